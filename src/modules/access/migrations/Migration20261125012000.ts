import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** `access_grants` says when the session began too: marks are compared with that, to the millisecond. */
export class Migration20261125012000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(grantsWith(`'started_at', s.started_at, `))
  }

  override async down(): Promise<void> {
    this.addSql(grantsWith(""))
  }
}

const grantsWith = (more: string) => `create or replace function
  access_grants(session_id text, identity_id text, person_id text) returns jsonb language plpgsql stable as $$
  begin
    return jsonb_build_object(
      'session', (
        select jsonb_build_object('id', s.id, 'actor_id', s.actor_id, 'vendor_id', s.vendor_id, ${more}
          'last_seen_at', s.last_seen_at, 'expires_at', s.expires_at, 'revoked_at', s.revoked_at,
          'impersonator_user_id', s.impersonator_user_id, 'impersonator_role', (
            select m.role from staff_member m
            where m.user_id = s.impersonator_user_id and m.deleted_at is null))
        from access_session s
        where s.id = session_id and s.auth_identity_id = identity_id and s.deleted_at is null
          and case s.actor_type
            when 'user' then exists (
              select 1 from "user" u where u.id = s.actor_id and u.deleted_at is null)
            when 'customer' then exists (
              select 1 from customer c where c.id = s.actor_id and c.deleted_at is null)
            else true end),
      'revoked_before', (
        select k.revoked_before from access_mark k where k.auth_identity_id = identity_id),
      'staff_role', (
        select m.role from staff_member m where m.user_id = person_id and m.deleted_at is null),
      'memberships', (
        select jsonb_agg(jsonb_build_object('vendor_id', v.id, 'role', m.role, 'status', v.status,
          'is_house', v.is_house) order by m.created_at, m.id)
        from vendor_member m join vendor v on v.id = m.vendor_id
        where m.user_id = person_id and m.deleted_at is null and v.deleted_at is null),
      'settings', (select jsonb_object_agg(p.key, p.value) from platform_setting p));
  end $$`
