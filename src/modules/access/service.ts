import type { Context } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { StaffRole } from "../../lib/permissions"
import { queryRows } from "../../lib/sql"
import type { FindGrantsInput, Grants, Membership, SessionState } from "./domain/grants"
import { type Settings, settingsFrom } from "./domain/settings"
import { AccessMark } from "./models/access-mark"
import { AccessSession } from "./models/access-session"
import { PlatformSetting } from "./models/platform-setting"
import { StaffInvitation } from "./models/staff-invitation"
import { StaffMember } from "./models/staff-member"
import { ownsAny } from "./own-records"
import { notePhoneChange } from "./phone-rows"
import {
  type EndedSessions,
  type EndSessionsOfActorInput,
  type EndSessionsOfLoginInput,
  endSessionsOfActor,
  endSessionsOfLogin,
  purgeSessions,
  type RenewSessionInput,
  readClock,
  renewSession,
  reviveSessions,
  type TouchSessionInput,
  touchSession,
} from "./session-rows"
import { assertMayGrant, claimInvitation, moveStaff, type StaffChange } from "./staff-rows"

type SessionTime = "started_at" | "expires_at" | "last_seen_at" | "revoked_at"

type GrantsRow = {
  session: (Omit<SessionState, SessionTime> & Record<SessionTime, string>) | null
  revoked_before: string | null
  staff_role: string | null
  memberships: Membership[] | null
  settings: Record<string, unknown> | null
}

type Database = {
  raw: (sql: string, values: (string | null)[]) => Promise<{ rows: { grants: GrantsRow }[] }>
}

const NOTHING: GrantsRow = {
  session: null,
  revoked_before: null,
  staff_role: null,
  memberships: null,
  settings: null,
}

/**
 * One statement on the way of every signed-in request, as a function of the database (its migration says why). It reads
 * other modules' tables too: that costs no second round trip, and a change holds at once in every process (ADR 8).
 */
const GRANTS = `select access_grants(?, ?, ?) as grants`

class AccessModuleService extends MedusaService({
  AccessMark,
  AccessSession,
  PlatformSetting,
  StaffInvitation,
  StaffMember,
}) {
  private readonly database: Database

  constructor(container: Record<string, unknown>) {
    super(container)
    this.database = container[ContainerRegistrationKeys.PG_CONNECTION] as Database
  }

  /**
   * What the login of a request may do at this moment, as committed. An entity manager of its own for each request
   * would cost more than the statement does, so this goes to the pool beneath it.
   */
  async findGrants({ session_id, auth_identity_id, user_id }: FindGrantsInput): Promise<Grants> {
    const { rows } = await this.database.raw(GRANTS, [session_id, auth_identity_id, user_id])
    const { session, revoked_before, staff_role, memberships, settings } = rows[0]?.grants ?? NOTHING

    return {
      session: session ? reviveState(session) : null,
      revoked_before: revoked_before ? new Date(revoked_before) : null,
      staff_role,
      memberships: memberships ?? [],
      settings: settingsFrom(settings ?? {}),
    }
  }

  /** The time by the one clock that all processes share; marks and starts of sessions are compared by it. */
  @InjectManager()
  async readClock(@MedusaContext() sharedContext: Context = {}): Promise<Date> {
    return readClock(sharedContext)
  }

  /** The new end of a session that is renewed; null when it has ended, or is as old as it may become. */
  @InjectManager()
  async renewSession(input: RenewSessionInput, @MedusaContext() sharedContext: Context = {}) {
    return renewSession(sharedContext, input)
  }

  @InjectManager()
  async touchSession(input: TouchSessionInput, @MedusaContext() sharedContext: Context = {}) {
    return touchSession(sharedContext, input)
  }

  /** Ends the sessions of a user or buyer; the same person may sign in again at once. */
  @InjectManager()
  async endSessionsOfActor(input: EndSessionsOfActorInput, @MedusaContext() sharedContext: Context = {}) {
    return endSessionsOfActor(sharedContext, input)
  }

  /** Ends every session of a login, and every token that was issued before now, also those without an actor. */
  @InjectTransactionManager()
  async endSessionsOfLogin(input: EndSessionsOfLoginInput, @MedusaContext() sharedContext: Context = {}) {
    return endSessionsOfLogin(sharedContext, input)
  }

  /** From here on SMS are no second factor for a while. */
  @InjectManager()
  async notePhoneChange(
    input: { auth_identity_id: string; at: Date | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await notePhoneChange(sharedContext, input.auth_identity_id, input.at)
  }

  @InjectTransactionManager()
  async reviveSessions(ended: EndedSessions, @MedusaContext() sharedContext: Context = {}) {
    return reviveSessions(sharedContext, ended)
  }

  @InjectManager()
  async purgeSessions(
    input: { expired_before: Date; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ) {
    return purgeSessions(sharedContext, input)
  }

  /** Whether any of these ids is of a record of one of these shops. */
  @InjectManager()
  async ownsAny(
    question: { vendor_ids: string[]; ids: string[] },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<boolean> {
    return ownsAny(sharedContext, question)
  }

  /** Gives or takes a staff role; `by` null is the operator at the console. */
  @InjectTransactionManager()
  async moveStaff(
    move: { user_id: string; to: StaffRole | null; by: string | null },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<StaffChange> {
    return moveStaff(sharedContext, move)
  }

  /** Keeps an invitation of somebody who may give its role now. */
  @InjectTransactionManager()
  async inviteStaff(
    input: { email: string; role: StaffRole; token_hash: string; expires_at: Date; invited_by: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ id: string }> {
    await assertMayGrant(sharedContext, { role: input.role, by: input.invited_by })

    return this.createStaffInvitations(input, sharedContext)
  }

  /** Takes an open invitation and gives its role, both or neither. */
  @InjectTransactionManager()
  async acceptStaffInvitation(
    input: { token_hash: string; emails: string[]; user_id: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<StaffChange> {
    const { role, invited_by } = await claimInvitation(sharedContext, input)

    return moveStaff(sharedContext, { user_id: input.user_id, to: role, by: invited_by })
  }

  /** Takes an open invitation back; false when there is none. */
  @InjectManager()
  async revokeStaffInvitation(id: string, @MedusaContext() sharedContext: Context = {}): Promise<boolean> {
    const revoked = await queryRows(
      sharedContext,
      `update staff_invitation set revoked_at = now(), updated_at = now()
       where id = ? and accepted_at is null and revoked_at is null and deleted_at is null returning id`,
      [id]
    )

    return revoked.length > 0
  }

  /** The settings in force. */
  @InjectManager()
  async readSettings(@MedusaContext() sharedContext: Context = {}): Promise<Settings> {
    const rows = await this.listPlatformSettings({}, { take: null }, sharedContext)

    return settingsFrom(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
  }

  /** Keeps what the operator has set; the settings' schema has been checked by the caller. */
  @InjectTransactionManager()
  async writeSettings(
    { values, by }: { values: Partial<Settings>; by: string },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    for (const [key, value] of Object.entries(values)) {
      await queryRows(
        sharedContext,
        `insert into platform_setting (key, value, updated_by) values (?, ?::jsonb, ?)
         on conflict (key) do update set value = excluded.value, updated_by = excluded.updated_by, updated_at = now()`,
        [key, JSON.stringify(value), by]
      )
    }
  }
}

function reviveState(session: NonNullable<GrantsRow["session"]>): SessionState {
  return {
    ...session,
    started_at: new Date(session.started_at),
    last_seen_at: new Date(session.last_seen_at),
    expires_at: new Date(session.expires_at),
    revoked_at: session.revoked_at ? new Date(session.revoked_at) : null,
  }
}

export default AccessModuleService
