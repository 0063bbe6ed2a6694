import fc from "fast-check"
import type { FlutterwaveSandbox } from "../../sandbox/flutterwave"
import type { PayoutSuite } from "../http/payouts/suite"
import { assertTruth } from "./fault-checks"
import { anyRound, type Command, type FaultRound, GATEWAYS, KINDS } from "./fault-commands"
import { comeToRest } from "./fault-quiet"
import { take } from "./fault-steps"
import { FaultTown } from "./fault-town"

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 2)
const COMMANDS = Number(process.env.FAULT_COMMANDS ?? 27)
/** `MONEY_SEED=$RANDOM` tries others; a failure names the round that shows it. */
const SEED = Number(process.env.MONEY_SEED ?? 20_261_128)
/** From so many commands on there is one of each kind. */
const LEAST_OF_ALL_KINDS = 50
/** Transfers that hang are ended, and events let through again, when all comes to rest at the latest. */
const BY_CHANCE: Command["do"][] = ["end_transfer", "let_events"]
/** Which orders there are when a command comes is a matter of milliseconds, so that now and then one finds nothing to be done to. */
const MORE_ROUNDS = 3
const HELD = 10n ** 12n

export function describeFaults(suite: PayoutSuite, flutterwave: () => FlutterwaveSandbox): void {
  describe("The whole service at gateways that fail", () => {
    it(`has the books of what really happened once all is quiet, over ${ROUNDS} rounds of ${COMMANDS} commands (seed ${SEED})`, async () => {
      suite.sandbox.control.reset()
      await suite.configure({
        payout_cool_off_hours: 0,
        payout_match_kinds: [],
        chargeback_fees: {},
        item_tax_remitter: "by_status",
        // Nothing is done because somebody was waited for too long: the clocks pay back what is back.
        confirm_within_hours: 0,
        ship_within_days: 0,
      })
      await suite.sql(`update vendor set tax_status = 'not_registered' where id = ?`, [suite.vendorId(1)])
      await suite.setAccount(2, { currency_code: "kes", bank_code: "68" })
      const town = new FaultTown(suite, flutterwave())
      town.truth.topUp("paystack", "ngn", HELD)
      town.truth.topUp("flutterwave", "kes", HELD)
      for (const gateway of GATEWAYS) {
        town.benches[gateway].tellServer()
      }
      const taken = new Map<Command["do"], number>()
      const idle = () =>
        ROUNDS * COMMANDS < LEAST_OF_ALL_KINDS
          ? []
          : KINDS.filter((kind) => !BY_CHANCE.includes(kind) && !taken.get(kind))
      const rounds = fc.sample(anyRound(COMMANDS), { numRuns: ROUNDS + MORE_ROUNDS, seed: SEED })
      for (const [number, round] of rounds.entries()) {
        if (number >= ROUNDS && idle().length === 0) {
          break
        }
        await play(town, round, taken).catch((error) => {
          throw new Error(
            `${error instanceof Error ? error.stack : error}\nin round ${number} (seed ${SEED}): ${shown(round)}`
          )
        })
      }
      process.stderr.write(
        `Commands took ${JSON.stringify([...taken])}, answers ${JSON.stringify([...town.answers])}\n`
      )

      expect(idle()).toEqual([])
      expect([...town.answers.keys()].filter((answer) => /unknown_error/.test(answer))).toEqual([])
    })
  })
}

async function play(town: FaultTown, round: FaultRound, taken: Map<Command["do"], number>): Promise<void> {
  for (const { command, faults } of round.steps) {
    for (const fault of faults) {
      town.set(fault)
    }
    if (await take(town, command)) {
      taken.set(command.do, (taken.get(command.do) ?? 0) + 1)
    }
  }
  await assertTruth(town, await comeToRest(town, round.shuffle))
}

const shown = ({ steps }: FaultRound) =>
  steps
    .map(({ command, faults }) =>
      JSON.stringify([command, ...faults], (_, value) => (typeof value === "bigint" ? `${value}` : value))
    )
    .join("\n")
