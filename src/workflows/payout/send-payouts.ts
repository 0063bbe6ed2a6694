import type { MedusaContainer } from "@medusajs/framework/types"
import { ACCESS_MODULE } from "../../modules/access"
import type AccessModuleService from "../../modules/access/service"
import { PAYOUT_MODULE } from "../../modules/payout"
import type PayoutModuleService from "../../modules/payout/service"
import type { PayoutRecord } from "../../modules/payout/types"
import { payoutBooks } from "./books"
import { destinationOf } from "./destination"
import { RunLiquidity } from "./liquidity"
import { RunNotTaken } from "./not-taken"
import { groupOf, noteFailure, sendMany, sentTogether } from "./send-together"
import { tellStaff } from "./tell-staff"
import { ACCOUNT_CHANGED, type Verdict, verdictsOn } from "./verdicts"

const PAGE = 50
/** A rail that takes nothing on is left alone until the next run. */
const MOST_REFUSALS = 3

export type Sent = { sent: number; waiting: number; failed: number }

const OUTCOMES = ["sent", "waiting", "failed"] as const

/** Posts what is ready, the oldest first, each by whichever run claims it. */
export async function sendReadyPayouts(container: MedusaContainer): Promise<Sent> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  const settings = await container.resolve<AccessModuleService>(ACCESS_MODULE).readSettings()
  const run: Run = {
    refusals: new Map(),
    liquidity: new RunLiquidity(container),
    not_taken: new RunNotTaken(container),
    done: { sent: 0, waiting: 0, failed: 0 },
    together_from: settings.payout_bulk_from,
  }
  let after: string | null = null
  for (;;) {
    const page: PayoutRecord[] = await payouts.readyPayouts({ after, take: PAGE })
    await sendPage(container, page, run)
    after = page.at(-1)?.id ?? null
    if (!after) {
      const now = new Date()
      await run.liquidity.report(now)
      await run.not_taken.report(now)

      return run.done
    }
  }
}

type Run = {
  refusals: Map<string, number>
  liquidity: RunLiquidity
  not_taken: RunNotTaken
  done: Sent
  /** From how many on a rail is given them in one call; null for never. */
  together_from: number | null
}

async function sendPage(container: MedusaContainer, page: PayoutRecord[], run: Run) {
  const verdicts = await verdictsOn(container, page)
  const sendable = page.filter((_, index) => verdicts[index] === "send")
  const together = sentTogether(container, sendable, run.together_from)
  const groups = new Map<string, PayoutRecord[]>()
  for (const [index, payout] of page.entries()) {
    const verdict = await admit(run, payout, verdicts[index] ?? "wait")
    const group = groupOf(payout)
    if (verdict === "send" && together.has(group)) {
      groups.set(group, [...(groups.get(group) ?? []), payout])
    } else {
      await actOn(container, { payout, verdict }, run)
    }
  }
  for (const group of groups.values()) {
    await sendGroup(container, group, run)
  }
}

async function actOn(
  container: MedusaContainer,
  { payout, verdict }: { payout: PayoutRecord; verdict: Verdict },
  { refusals, done, not_taken }: Run
) {
  if (verdict === "call_off") {
    await callOff(container, payout)
  }
  const outcome = verdict === "send" ? await sendOne(container, payout) : "waiting"
  done[outcome] += 1
  if (verdict === "send" && outcome !== "sent") {
    not_taken.add(payout)
  }
  if (verdict === "send" && outcome === "waiting") {
    refusals.set(payout.rail, (refusals.get(payout.rail) ?? 0) + 1)
  }
}

async function sendGroup(container: MedusaContainer, group: PayoutRecord[], run: Run) {
  const { refusals, done, not_taken } = run
  const sent = await sendMany(container, group)
  for (const outcome of OUTCOMES) {
    done[outcome] += sent[outcome]
  }
  if (sent.sent < group.length) {
    // Which of them are ready still is asked at the end.
    for (const payout of group) {
      not_taken.add(payout)
    }
  }
  const [first] = group
  if (first && sent.waiting === group.length) {
    refusals.set(first.rail, (refusals.get(first.rail) ?? 0) + 1)
  }
}

/** What does not fit into what the rail holds waits, and a smaller one that came after it goes. */
async function admit(run: Run, payout: PayoutRecord, verdict: Verdict): Promise<Verdict> {
  const isLeftAlone = (run.refusals.get(payout.rail) ?? 0) >= MOST_REFUSALS
  if (verdict !== "send") {
    return isLeftAlone ? "wait" : verdict
  }
  const room = isLeftAlone ? null : await run.liquidity.take(payout)
  if (room?.do === "fits") {
    return "send"
  }
  if (room?.do !== "short") {
    run.not_taken.add(payout, room?.do === "untold" ? room.why : undefined)
  }

  return "wait"
}

/** Whoever changed the account need not be whoever the old one belongs to: the vendor is paid anew, after the cool-off. */
async function callOff(container: MedusaContainer, { id }: PayoutRecord): Promise<void> {
  await container
    .resolve<PayoutModuleService>(PAYOUT_MODULE)
    .rejectPayout({ id, by: "system", reason: ACCOUNT_CHANGED }, payoutBooks(container))
}

async function sendOne(container: MedusaContainer, ready: PayoutRecord): Promise<keyof Sent> {
  const payouts = container.resolve<PayoutModuleService>(PAYOUT_MODULE)
  try {
    // Opened before the claim: a key that is missing must not leave a payout that nobody knows to have been posted.
    const destination = await destinationOf(container, ready)
    const payout = await payouts.claimPayout(ready.id)
    if (!payout) {
      return "waiting"
    }
    const settled = await payouts.sendPayout(payout, destination, payoutBooks(container))
    await tellStaff(container, settled)

    return settled.payout.state === "ready" ? "waiting" : "sent"
  } catch (error) {
    await noteFailure(container, ready.id, error)

    return "failed"
  }
}
