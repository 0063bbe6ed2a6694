import type { Context } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { queryRows } from "../../lib/sql"
import { OutgoingEvent } from "./models/outgoing-event"
import type { OutgoingMessage } from "./types"

class OutgoingEventModuleService extends MedusaService({ OutgoingEvent }) {
  /**
   * Hands the oldest events that were not sent to `send`, and marks them in the same transaction: if it throws, or the
   * process dies, they are sent again. One process at a time, so that they leave in the order in which they were written.
   * @returns how many were sent
   */
  @InjectTransactionManager()
  async sendDue(
    limit: number,
    send: (messages: OutgoingMessage[]) => Promise<void>,
    @MedusaContext() sharedContext: Context = {}
  ): Promise<number> {
    const [lock] = await queryRows<{ is_ours: boolean }>(
      sharedContext,
      "select pg_try_advisory_xact_lock(hashtext('outgoing_event')) as is_ours"
    )
    if (!lock?.is_ours) {
      return 0
    }
    const due = await queryRows<{ id: string; name: string; data: Record<string, unknown> }>(
      sharedContext,
      "select id, name, data from outgoing_event where sent_at is null order by id limit ?",
      [limit]
    )
    if (!due.length) {
      return 0
    }
    await send(due.map(({ id, name, data }) => ({ name, data: { ...data, event_id: id } })))
    await queryRows(
      sharedContext,
      `update outgoing_event set sent_at = now(), updated_at = now()
       where id in (select jsonb_array_elements_text(?::jsonb))`,
      [JSON.stringify(due.map(({ id }) => id))]
    )

    return due.length
  }

  /** How many were not sent yet, and since when. */
  @InjectManager()
  async readBacklog(
    @MedusaContext() sharedContext: Context = {}
  ): Promise<{ waiting: number; oldest_at: Date | null }> {
    const [found] = await queryRows<{ waiting: number; oldest_at: Date | null }>(
      sharedContext,
      "select count(*)::int as waiting, min(created_at) as oldest_at from outgoing_event where sent_at is null"
    )

    return found ?? { waiting: 0, oldest_at: null }
  }

  /** Deletes what was sent before `before`, at most `limit` of it. */
  @InjectManager()
  async purge(
    { before, limit }: { before: Date; limit: number },
    @MedusaContext() sharedContext: Context = {}
  ): Promise<void> {
    await queryRows(
      sharedContext,
      "delete from outgoing_event where id in (select id from outgoing_event where sent_at < ? limit ?)",
      [before, limit]
    )
  }
}

export default OutgoingEventModuleService
