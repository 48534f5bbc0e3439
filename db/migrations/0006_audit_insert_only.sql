-- Rows of the audit log are only ever added, whoever asks; what is older than 400 days may go.
CREATE FUNCTION audit_log_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '400 days' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'audit_log is insert-only' USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_rows BEFORE UPDATE OR DELETE ON audit_log
  FOR EACH ROW EXECUTE FUNCTION audit_log_keep();
--> statement-breakpoint
CREATE TRIGGER audit_log_whole BEFORE TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_log_keep();
--> statement-breakpoint
-- No role of a Worker may delete from the log: this does it for them, and only what has outlived its term.
CREATE FUNCTION purge_audit_log(most integer) RETURNS integer
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH gone AS (
    DELETE FROM audit_log WHERE id IN (
      SELECT id FROM audit_log WHERE at < now() - interval '400 days' LIMIT most)
    RETURNING id)
  SELECT count(*)::integer FROM gone;
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION purge_audit_log(integer) FROM PUBLIC;
