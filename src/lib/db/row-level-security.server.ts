import type postgres from 'postgres';
import { appRole } from './client.server.ts';

/**
 * The second wall. Every table with a `community_id` shows a transaction only the rows of the communities that it
 * was opened for, whatever the query forgot. Derived from the catalogue, so a new table is behind it at once. One community
 * and several have a policy each: with a list alone the planner takes every look-up by index for ten.
 */
export async function raiseRowLevelSecurity(owner: postgres.TransactionSql): Promise<void> {
	await owner.unsafe(`
		DO $$
		BEGIN
			IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${appRole}') THEN
				CREATE ROLE ${appRole} NOLOGIN NOBYPASSRLS;
			END IF;
			-- since 16, having made a role is not yet leave to take it on
			IF NOT pg_has_role(current_user, '${appRole}',
				CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END)
			THEN
				GRANT ${appRole} TO CURRENT_USER;
			END IF;
		EXCEPTION WHEN duplicate_object OR unique_violation THEN
			-- another database of this server made the role at the same moment
			NULL;
		END $$;
		GRANT USAGE ON SCHEMA public TO ${appRole};
		GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${appRole};
		-- after much was brought in at once, so that the planner knows how much there is
		DO $$ BEGIN
			IF current_setting('server_version_num')::int >= 170000 THEN
				EXECUTE 'GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO ${appRole}';
			END IF;
		END $$;
		-- what was written down stays as it was written
		REVOKE UPDATE, DELETE ON events, openings FROM ${appRole};
	`);
	await owner.unsafe(`
		DO $$
		DECLARE t record;
		BEGIN
			FOR t IN
				SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
				JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'community_id' AND NOT a.attisdropped
				WHERE n.nspname = 'public' AND c.relkind = 'r'
			LOOP
				EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t.relname);
				EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t.relname);
				EXECUTE format('DROP POLICY IF EXISTS tenant ON %I', t.relname);
				EXECUTE format($p$CREATE POLICY tenant ON %I USING (community_id =
					(SELECT nullif(current_setting('app.community', true), '')::uuid))$p$, t.relname);
				EXECUTE format('DROP POLICY IF EXISTS tenants ON %I', t.relname);
				EXECUTE format($p$CREATE POLICY tenants ON %I USING (community_id = ANY (
					(SELECT nullif(current_setting('app.communities', true), ''))::uuid[]))$p$, t.relname);
			END LOOP;
		END $$;
		DROP POLICY IF EXISTS own_account ON people;
		CREATE POLICY own_account ON people FOR SELECT USING (account_id =
			(SELECT nullif(current_setting('app.account', true), '')::uuid));
	`);
}
