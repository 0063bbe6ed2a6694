import { usePrompt } from "@medusajs/ui"
import { ApiError } from "../../lib/api/api-error"
import { call, SIGNED_OUT } from "../../lib/api/client"
import { useText } from "../../lib/text"

/**
 * For what the server lets nobody do who signed in long ago: whoever wants to signs in again and comes back to this page.
 * Without a second factor there is nothing else to show.
 */
export function useRecentSignIn() {
  const { t } = useText()
  const ask = usePrompt()

  return async <Done>(run: () => Promise<Done>): Promise<Done> => {
    try {
      return await run()
    } catch (error) {
      const isTooOld = error instanceof ApiError && error.code === "sign_in_again_required"
      const isWanted =
        isTooOld &&
        (await ask({
          title: t("security.sign_in_again"),
          description: t("security.sign_in_again_hint"),
          confirmText: t("security.sign_in_again"),
          cancelText: t("actions.cancel"),
          variant: "confirmation",
        }))
      if (isWanted) {
        await call("POST /auth/logout", {})
        window.dispatchEvent(new Event(SIGNED_OUT))
      }
      throw error
    }
  }
}
