-- Those of a crowd are looked up together now, in a transaction like any other.
DROP FUNCTION was_answered(uuid, uuid);
