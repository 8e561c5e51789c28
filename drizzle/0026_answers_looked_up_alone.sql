-- Whether a write was answered before, in one statement outside any transaction: the row is behind the wall of its community.
CREATE FUNCTION was_answered(community uuid, asked uuid) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
	PERFORM set_config('app.community', community::text, true);
	RETURN EXISTS (SELECT FROM answers WHERE community_id = community AND key = asked);
END $$;
