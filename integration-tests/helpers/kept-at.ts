import type { PaystackSandbox } from "../../sandbox"
import type { BeginWith } from "./server-tests"

type Control = Pick<PaystackSandbox["control"], "forget" | "keep" | "setWebhookUrl">

/** As `beginWith`, for what is paid at a sandbox, which keeps it through the resets between the tests of the block. */
export function keptAt(control: () => Control, beginWith: BeginWith): BeginWith {
  return (work) => {
    afterAll(() => control().forget())

    return beginWith(async () => {
      // Its event would come to whichever test is first.
      control().setWebhookUrl(null)
      const made = await work()
      control().keep()

      return made
    })
  }
}
