import { toast } from "@medusajs/ui"
import { type Input, openPage, type RouteKey } from "../lib/api/client"
import { useText } from "../lib/text"
import { ActionButton } from "./action-button"

type Props<Key extends RouteKey> = { route: Key; input: Input<Key>; children: string }

/** Opens a page that the server has made for printing. */
export function PrintButton<Key extends RouteKey>({ route, input, children }: Props<Key>) {
  const { t } = useText()
  const run = async (): Promise<void> => {
    if (!(await openPage(route, input))) {
      toast.info(t("inputs.window_blocked"))
    }
  }

  return <ActionButton run={run}>{children}</ActionButton>
}
