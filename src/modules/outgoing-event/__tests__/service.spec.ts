import { join } from "node:path"
import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { eventNames, tellOf } from "../../../lib/outgoing-events"
import { OUTGOING_EVENT_MODULE } from ".."
import type OutgoingEventModuleService from "../service"
import type { OutgoingMessage } from "../types"

moduleIntegrationTestRunner<OutgoingEventModuleService>({
  moduleName: OUTGOING_EVENT_MODULE,
  resolve: "./src/modules/outgoing-event",
  pathToMigrations: join(__dirname, "..", "migrations"),
  testSuite: ({ service, MikroOrmWrapper }) => {
    const run = (sql: string) => MikroOrmWrapper.getManager().execute(sql)
    const send = async (limit = 10) => {
      const sent: OutgoingMessage[] = []
      await service.sendDue(limit, async (messages) => void sent.push(...messages))

      return sent.map(({ name, data: { event_id, ...data } }) => ({ name, data }))
    }

    beforeEach(async () => {
      await run("drop table if exists parcel")
      await run("create table parcel (id text, shop_id text, state text, seal text, lost_at timestamptz)")
      const fields = ["id", "shop_id"]
      const told = [
        { table: "parcel", on: ["insert", "state"], name: "parcel", word: "state", fields },
        { table: "parcel", on: ["lost_at"], name: "parcel.lost", fields: ["id"] },
      ]
      for (const statement of told.flatMap(tellOf)) {
        await run(statement)
      }
    })

    describe("A row that others are told of", () => {
      it("tells of its states in their order, with the columns that were named, and of nothing else", async () => {
        await run("insert into parcel values ('p1', 's1', 'on_its_way', 'secret')")
        await run("update parcel set state = 'on_its_way', seal = 'other'")
        await run("update parcel set state = 'here'")
        await run("update parcel set lost_at = now()")
        await run("update parcel set lost_at = null")

        const names = eventNames("parcel", ["on_its_way", "here"])
        expect(await send()).toEqual([
          { name: names.ON_ITS_WAY, data: { id: "p1", shop_id: "s1" } },
          { name: "parcel.here", data: { id: "p1", shop_id: "s1" } },
          { name: "parcel.lost", data: { id: "p1" } },
        ])
        expect(names.ON_ITS_WAY).toBe("parcel.on-its-way")
        expect(await send()).toEqual([])
      })

      it("waits in a backlog until it is told", async () => {
        expect(await service.readBacklog()).toEqual({ waiting: 0, oldest_at: null })
        await run("insert into parcel values ('p1', 's1', 'here'), ('p2', 's1', 'here')")
        expect(await service.readBacklog()).toEqual({ waiting: 2, oldest_at: expect.any(Date) })
        await send(1)
        expect((await service.readBacklog()).waiting).toBe(1)
      })

      it("tells nothing of a change that was rolled back", async () => {
        const failed = MikroOrmWrapper.getManager().transactional(async (manager) => {
          await manager.execute("insert into parcel values ('p1', 's1', 'here')")
          throw new Error("rolled back")
        })

        await expect(failed).rejects.toThrow("rolled back")
        expect(await send()).toEqual([])
      })
    })

    describe("Sending", () => {
      it("is done again when it failed, under the same id", async () => {
        await run("insert into parcel values ('p1', 's1', 'here')")
        const ids: string[] = []
        const note = (messages: OutgoingMessage[]) => ids.push(...messages.map(({ data }) => data.event_id))
        const failing = service.sendDue(10, async (messages) => {
          note(messages)
          throw new Error("no bus")
        })

        await expect(failing).rejects.toThrow("no bus")
        await service.sendDue(10, async (messages) => void note(messages))
        expect(ids).toEqual([expect.stringMatching(/^evt_\d{15}$/), ids[0]])
      })

      it("is done by one at a time, a batch after the other", async () => {
        await run("insert into parcel select 'p' || n, 's', 'here' from generate_series(1, 5) n")
        const sent: unknown[] = []
        const both = await Promise.all(
          [1, 2].map(() =>
            service.sendDue(3, async (messages) => {
              sent.push(...messages.map(({ data }) => data.id))
              await new Promise((resolve) => setTimeout(resolve, 200))
            })
          )
        )

        expect(both.toSorted()).toEqual([0, 3])
        expect(sent).toEqual(["p1", "p2", "p3"])
        expect((await send(3)).map(({ data }) => data.id)).toEqual(["p4", "p5"])
      })

      it("forgets what was sent long ago, and nothing that was not", async () => {
        await run("insert into parcel values ('p1', 's1', 'here')")
        await send()
        await run("insert into parcel values ('p2', 's1', 'here')")
        await service.purge({ before: new Date(Date.now() + 1000), limit: 10 })

        expect(await run("select data ->> 'id' as id from outgoing_event")).toEqual([{ id: "p2" }])
      })
    })
  },
})
