import { refusePartitions } from "../helpers/kill-books-failure"
import { type Door, KillDesk, type Standing } from "../helpers/kill-desk"
import type { PaidCart } from "../helpers/kill-findings"
import { describeStates, type KillState, statesOf } from "../helpers/kill-states"
import type { PassedPoint } from "../helpers/kill-switch"

jest.setTimeout(600_000)

/** The refund is noted, and whether the gateway made it is not. */
const REFUND_ASKED = /: (commit insert gateway_refund|gateway POST \/refund)$/

/** Points that no purchase and no repair of this file passes, each with its reason. */
const NEVER_PASSED: string[] = []

describe("a server killed in the middle of a checkout", () => {
  let desk: KillDesk
  let route: KillState[]
  let inbox: KillState[]
  const passed = new Set<string>()

  beforeAll(async () => {
    desk = await KillDesk.open()
    // The first run of a path warms it up and is not read.
    await desk.trace("route", await desk.paidCart())
    route = statesOf(note(await desk.trace("route", await desk.paidCart())))
    inbox = statesOf(note(await desk.trace("inbox", await desk.paidCart())))
    say(
      describeStates("The shopper comes back", route) + describeStates("The shopper never comes back", inbox)
    )
  })

  afterAll(async () => {
    await desk?.close()
  })

  function note(trace: PassedPoint[]): PassedPoint[] {
    for (const { point } of trace) {
      passed.add(point.replace(/ #\d+$/, ""))
    }

    return trace
  }

  async function standAll(
    door: Door,
    states: KillState[],
    before?: (cart: PaidCart) => Promise<void>
  ): Promise<Standing[]> {
    const standing: Standing[] = []
    for (const state of states) {
      let cart = await desk.stand(door, state, before)
      // Parallel steps end in another order now and then, so that a run may go by its point.
      for (let again = 0; again < 2 && !cart.is_frozen; again += 1) {
        say(`${cart.killed_at} was not passed, but: ${(await desk.passedBy(door, cart)).join(", ")}`)
        cart = await desk.stand(door, state, before)
      }
      standing.push(cart)
    }
    expect(standing.filter((cart) => !cart.is_frozen).map((cart) => cart.killed_at)).toEqual([])

    return standing
  }

  async function verdicts(carts: PaidCart[]): Promise<Record<string, string>> {
    const found: Record<string, string> = {}
    for (const cart of carts) {
      const { outcome, problems } = await desk.findings.ofCart(cart)
      found[labelOf(cart)] = [outcome, ...problems].join("; ")
    }

    return found
  }

  const reconcile = async () => say(`Reconciled: ${JSON.stringify(await desk.server.reconcile())}`)

  it("leaves one order for every paid cart after a restart and one reconciliation, on both paths", async () => {
    const carts = [...(await standAll("route", route)), ...(await standAll("inbox", inbox))]

    await desk.restart()
    await reconcile()

    expect(await verdicts(carts)).toEqual(all(carts, "order"))
    expect(await desk.findings.ofStore()).toEqual([])

    const before = await desk.findings.counts()
    await desk.letTimePass()
    await reconcile()
    expect(await desk.findings.counts()).toEqual(before)
    expect(await desk.findings.unfinished()).toEqual([])
  })

  it("gives the shopper who asks again after the restart that one order", async () => {
    // The first test stands in every state; this one and the next share the route's between them.
    const half = route.filter((_, index) => index % 2 === 0)
    const some = inbox.filter((_, index) => index % 3 === 1)
    const carts = [...(await standAll("route", half)), ...(await standAll("inbox", some))]

    await desk.restart()
    const answers: Record<string, string> = {}
    for (const cart of carts) {
      const { status, body } = await desk.shopper.complete(cart.id)
      answers[labelOf(cart)] = `${status} ${body.type}`
    }

    expect(answers).toEqual(all(carts, "200 order"))
    await reconcile()
    expect(await verdicts(carts)).toEqual(all(carts, "order"))
    expect(await desk.findings.ofStore()).toEqual([])
  })

  it("makes one order when the webhook arrives while the completion is killed, or right after the restart", async () => {
    const half = route.filter((_, index) => index % 2 === 1)
    const carts = await standAll("route", half)
    const [meanwhile, afterwards] = [0, 1].map((rest) => carts.filter((_, index) => index % 2 === rest))
    for (const cart of meanwhile!) {
      await desk.deliverEvent(cart)
    }

    await desk.restart()
    for (const cart of afterwards!) {
      await desk.deliverEvent(cart, ["processed"])
    }

    expect(await verdicts(afterwards!)).toEqual(all(afterwards!, "order"))
    await reconcile()
    expect(await verdicts(carts)).toEqual(all(carts, "order"))
    expect(await desk.findings.ofStore()).toEqual([])
  })

  it("sends the money back exactly once when the goods are gone, wherever the server is killed", async () => {
    const gone = (cart: PaidCart) => desk.sellOut(cart)
    const paidThenGone = async () => {
      const cart = await desk.paidCart()
      await gone(cart)
      return cart
    }
    const [fromRoute, fromInbox] = [
      statesOf(note(await desk.trace("route", await paidThenGone()))),
      statesOf(note(await desk.trace("inbox", await paidThenGone()))),
    ]
    say(
      describeStates("Sold out, the shopper asks", fromRoute) +
        describeStates("Sold out, the inbox", fromInbox)
    )
    const carts = [
      ...(await standAll("route", fromRoute, gone)),
      ...(await standAll("inbox", fromInbox, gone)),
    ]

    await desk.restart()
    await reconcile()
    // A refund that may not have reached the gateway is never posted again before that is known: the next run ends it.
    const awaited = await desk.findings.awaitedRefunds()
    const open = carts.filter((cart) => awaited.includes(cart.reference))
    const ended = carts.filter((cart) => !open.includes(cart))
    expect(open.map((cart) => cart.killed_at).filter((point) => !REFUND_ASKED.test(point))).toEqual([])
    expect(await verdicts(ended)).toEqual(all(ended, "refund"))

    for (let run = 0; run < 2; run += 1) {
      await desk.letTimePass()
      await reconcile()
    }
    expect(await verdicts(carts)).toEqual(all(carts, "refund"))
    expect(await desk.findings.ofStore()).toEqual([])
  })

  it("ends in an order or in one refund when a completion fails after the payment and is killed while it is undone", async () => {
    await desk.restock()
    const refuse = await refusePartitions(desk.db)
    const refused = async () => {
      const cart = await desk.paidCart()
      await refuse(cart)
      return cart
    }
    const states = statesOf(note(await desk.trace("route", await refused())))
    say(describeStates("The books cannot be written", states))
    const late = states.slice(states.findIndex(({ point }) => point.includes("insert capture")) + 1)
    const waiting = await standAll("route", late, refuse)
    const asking = await standAll("route", late, refuse)

    await desk.restart()
    // For every other cart the failure stays for a while, for the rest it was of the moment.
    const broken = waiting.filter((_, index) => index % 2 === 0)
    await refuse.never(waiting.filter((cart) => !broken.includes(cart)))
    await refuse.never(asking)
    for (const cart of asking) {
      await desk.shopper.complete(cart.id)
    }
    for (let run = 0; run < 2; run += 1) {
      await reconcile()
      await desk.letTimePass()
    }
    await refuse.never(broken)
    await reconcile()

    const ends = await verdicts([...waiting, ...asking])
    say(`When the failure was gone: ${JSON.stringify(ends, null, 2)}`)
    expect(Object.entries(ends).filter(([, end]) => end !== "order" && end !== "refund")).toEqual([])
    expect(await desk.findings.ofStore()).toEqual([])
  })

  it("repairs what a server left that was killed while it repaired", async () => {
    const first = [
      route.find(({ point }) => point.includes("insert order_line_item"))!,
      route.find(({ point }) => point.includes("insert reservation_item"))!,
      route.find(({ point }) => point.includes("insert capture"))!,
    ]
    const samples = await standAll("route", first)
    await desk.restart()
    const repairs: KillState[][] = []
    for (const sample of samples) {
      repairs.push(untilCompletion(statesOf(note(await desk.trace("route", sample)))))
    }
    await reconcile()
    expect(await verdicts(samples)).toEqual(all(samples, "order"))

    const carts: Standing[] = []
    for (const [index, state] of first.entries()) {
      say(describeStates(`Repair of: ${state.point}`, repairs[index]!))
      carts.push(
        ...(await standAll(
          "route",
          repairs[index]!.map(() => state)
        ))
      )
    }
    await desk.restart()
    const again = repairs.flat()
    for (const [index, cart] of carts.entries()) {
      expect([again[index]!.point, await desk.freeze("route", cart, again[index]!.point)]).toEqual([
        again[index]!.point,
        true,
      ])
    }

    await desk.restart()
    await reconcile()
    expect(await verdicts(carts)).toEqual(all(carts, "order"))
    expect(await desk.findings.ofStore()).toEqual([])
  })

  it.each(["step complete-cart/register-usage", "commit update cart"])(
    "survives a kill right after %s, with parallel steps half done",
    async (point) => {
      const cart = await desk.paidCart(point)

      expect(await desk.dieAt("route", cart, point)).toBe("SIGKILL")
      await desk.takeOver()
      await reconcile()

      expect(await verdicts([cart])).toEqual(all([cart], "order"))
      expect(await desk.findings.ofStore()).toEqual([])
    }
  )

  it("has killed the server after every step of completion, inbox and repair", async () => {
    const declared = await desk.server.points()

    expect(declared.filter((point) => !passed.has(point))).toEqual(NEVER_PASSED)
  })
})

const labelOf = (cart: PaidCart) => `${cart.killed_at} (${cart.id})`

const all = (carts: PaidCart[], outcome: string) =>
  Object.fromEntries(carts.map((cart) => [labelOf(cart), outcome]))

/** The states of the repair itself: what follows is a completion like any other. */
function untilCompletion(states: KillState[]): KillState[] {
  const last = states.findIndex(({ point, same_as }) =>
    [point, ...same_as].some((name) => name.startsWith("step complete-cart/"))
  )

  return last < 0 ? states : states.slice(0, last + 1)
}

/** Past jest, which would put a stack trace under each line. */
function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
