import { moreStatements, ratioOfTimes } from "../figures"
import { interleave, quantile, type Side } from "../measure"
import type { BenchServer } from "../servers"
import { diffStatements, shapeOf } from "../statement-diff"

describe("quantile", () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[4, 1, 2, 3], 0.5, 2.5],
    [[10, 20], 0.95, 19.5],
    [[7], 0.95, 7],
  ])("of %j at %d is %d", (values, share, expected) => {
    expect(quantile(values, share)).toBeCloseTo(expected)
  })
})

describe("interleave", () => {
  it("gives every side each place in the turn, prepares before it measures and leaves the warm-up out", async () => {
    const events: string[] = []
    const sideOf = (name: string): Side<string> => ({
      name,
      server: {
        beginCount: async () => undefined,
        spentSoFar: async () => ({ count: 0, cpu_ms: 1 }),
      } as Partial<BenchServer> as BenchServer,
      prepare: async () => {
        events.push(`prepare ${name}`)
        return name
      },
      run: async (prepared) => events.push(`run ${prepared}`),
    })
    const timesOf = await interleave(["a", "b"].map(sideOf), { rounds: 2, warm_up: 1, note: () => undefined })

    expect(events.filter((event) => event.startsWith("run"))).toEqual([
      ...["run a", "run b"],
      ...["run b", "run a"],
      ...["run a", "run b"],
    ])
    expect(events.slice(0, 2).toSorted()).toEqual(["prepare a", "prepare b"])
    expect(timesOf("a").n).toBe(2)
  })
})

describe("shapeOf", () => {
  it.each([
    [
      `select "c0".* from "capture" as "c0" where "c0"."payment_id" in ('pay_1')`,
      `select "c0"."id" from "capture" as "c0" where "c0"."payment_id" in ('pay_2', 'pay_3')`,
    ],
    [
      `insert into "order_item" ("id", "n") values ('a', 1) returning "id"`,
      `insert into "order_item" ("id", "n") values ('b', 2), ('c', 3) returning "id"`,
    ],
    [
      `select 1 from "t" where "x" is null and "i"."a" = 'o''b' and "i"."v" = 1`,
      `select 1 from "t" where "x" is null and (("i"."a" = 'p' and "i"."v" = 1) or ("i"."a" = 'q' and "i"."v" = 1))`,
    ],
    [
      `update "l" set "q" = case when ("id" = 'a') then 1 else "q" end where "id" in ('a')`,
      `update "l" set "q" = case when ("id" = 'a') then 1 when ("id" = 'b') then 2 else "q" end where "id" in ('a', 'b')`,
    ],
  ])("is the same for %s and for more rows", (one, more) => {
    expect(shapeOf(more)).toBe(shapeOf(one))
  })

  it("tells tables and conditions apart", () => {
    expect(shapeOf(`select * from "a" where "x" = 1`)).not.toBe(shapeOf(`select * from "b" where "x" = 1`))
    expect(shapeOf(`select * from "a" where "x" = 1`)).not.toBe(shapeOf(`select * from "a" where "y" = 1`))
  })
})

it("diffStatements names what one side sends more often", () => {
  expect(diffStatements(["BEGIN;", "BEGIN;", "select 1 from a"], ["BEGIN;", "COMMIT;"])).toEqual([
    { more: 1, shape: "BEGIN;" },
    { more: 1, shape: "select … from a" },
    { more: -1, shape: "COMMIT;" },
  ])
})

describe("a figure is over its ceiling", () => {
  const times = (p50: number) => ({ name: "", times: { p50, p95: p50, cpu: p50, n: 1 } })

  it.each([
    [115, 100, false],
    [116, 100, true],
    [Number.NaN, 100, true],
  ])("%d ms beside %d ms at a ceiling of 1.15: %s", (own, beside, expected) => {
    const figure = ratioOfTimes({
      id: "",
      title: "",
      measured: times(own),
      beside: times(beside),
      ceiling: 1.15,
    })
    expect(figure.is_over).toBe(expected)
  })

  it("when a number that must not change goes down", () => {
    const compared = { id: "", title: "", beside: { name: "", statements: 9 }, ceiling: 0 }
    expect(moreStatements({ ...compared, measured: { name: "", statements: 8 } }).is_over).toBe(true)
  })
})
