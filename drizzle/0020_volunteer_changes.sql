CREATE TABLE "volunteer_changes" (
	"community_id" uuid NOT NULL,
	"changed_in" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"person_id" uuid NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "volunteer_changes_community_id_changed_in_person_id_pk" PRIMARY KEY("community_id","changed_in","person_id")
);
--> statement-breakpoint
-- A row of someone's: his card, skills, hours, absences, tasks.
CREATE FUNCTION note_volunteer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP <> 'INSERT' THEN
		INSERT INTO volunteer_changes (community_id, person_id) VALUES (OLD.community_id, OLD.person_id)
			ON CONFLICT DO NOTHING;
	END IF;
	IF TG_OP <> 'DELETE' THEN
		INSERT INTO volunteer_changes (community_id, person_id) VALUES (NEW.community_id, NEW.person_id)
			ON CONFLICT DO NOTHING;
	END IF;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER note_volunteer AFTER INSERT OR UPDATE OR DELETE ON cards
	FOR EACH ROW EXECUTE FUNCTION note_volunteer();--> statement-breakpoint
CREATE TRIGGER note_volunteer AFTER INSERT OR UPDATE OR DELETE ON held_skills
	FOR EACH ROW EXECUTE FUNCTION note_volunteer();--> statement-breakpoint
CREATE TRIGGER note_volunteer AFTER INSERT OR UPDATE OR DELETE ON availability
	FOR EACH ROW EXECUTE FUNCTION note_volunteer();--> statement-breakpoint
CREATE TRIGGER note_volunteer AFTER INSERT OR UPDATE OR DELETE ON absences
	FOR EACH ROW EXECUTE FUNCTION note_volunteer();--> statement-breakpoint
CREATE TRIGGER note_volunteer AFTER INSERT OR UPDATE OR DELETE ON tasks
	FOR EACH ROW EXECUTE FUNCTION note_volunteer();--> statement-breakpoint
-- Who somebody is and where he lives.
CREATE FUNCTION note_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO volunteer_changes (community_id, person_id) VALUES (NEW.community_id, NEW.id) ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER note_person AFTER UPDATE OF name, gender, born_on, household_id ON people
	FOR EACH ROW EXECUTE FUNCTION note_person();--> statement-breakpoint
CREATE FUNCTION note_household() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO volunteer_changes (community_id, person_id)
		SELECT p.community_id, p.id FROM people p
		WHERE p.community_id = NEW.community_id AND p.household_id = NEW.id
		ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER note_household AFTER UPDATE OF building_id ON households
	FOR EACH ROW EXECUTE FUNCTION note_household();--> statement-breakpoint
-- A building that lies elsewhere: who lives there, and who has promised to come there.
CREATE FUNCTION note_building() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO volunteer_changes (community_id, person_id)
		SELECT p.community_id, p.id FROM people p
			JOIN households h ON h.community_id = p.community_id AND h.id = p.household_id
			WHERE h.community_id = NEW.community_id AND h.building_id = NEW.id
		UNION
		SELECT t.community_id, t.person_id FROM tasks t
			JOIN requests r ON r.community_id = t.community_id AND r.id = t.subject_id
			WHERE r.community_id = NEW.community_id AND r.building_id = NEW.id
		ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER note_building AFTER UPDATE OF east, north ON buildings
	FOR EACH ROW EXECUTE FUNCTION note_building();--> statement-breakpoint
CREATE FUNCTION note_request() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO volunteer_changes (community_id, person_id)
		SELECT t.community_id, t.person_id FROM tasks t
		WHERE t.community_id = NEW.community_id AND t.subject_id = NEW.id
		ON CONFLICT DO NOTHING;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER note_request AFTER UPDATE OF building_id ON requests
	FOR EACH ROW EXECUTE FUNCTION note_request();
