import type { MiddlewareRoute } from "@medusajs/framework/http"
import { codeRefusals } from "../code-refusals"
import { auditChanges } from "./audit-changes"
import { bindSession } from "./bind-session"
import { authCodeMiddlewares } from "./code-middlewares"
import { dropDeadActorless, dropDeadSignIns } from "./drop-dead-sign-ins"
import { endSessionsAfterUpdate } from "./end-sessions-after-update"
import { noteArrival } from "./note-arrival"
import { authPasswordMiddlewares } from "./password/middlewares"
import { checkPassword } from "./password-check"
import { refuseUnknownActors } from "./refuse-unknown-actors"
import { regenerateCookie } from "./regenerate-cookie"
import { authSessionsMiddlewares } from "./sessions/middlewares"
import { throttleAttempts } from "./throttle-attempts"

export const authMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/auth",
    middlewares: [codeRefusals, refuseUnknownActors, noteArrival, dropDeadSignIns, bindSession],
  },
  // After those, so that a sign-in that has ended counts against nobody.
  { matcher: "/auth", middlewares: [checkPassword, throttleAttempts, auditChanges] },
  { matcher: "/store", middlewares: [codeRefusals, dropDeadActorless] },
  { matcher: "/vendor", middlewares: [codeRefusals, dropDeadActorless] },
  { matcher: "/auth/session", methods: ["POST"], middlewares: [regenerateCookie] },
  {
    matcher: "/auth/:actor_type/:auth_provider/update",
    methods: ["POST"],
    middlewares: [endSessionsAfterUpdate],
  },
  ...authPasswordMiddlewares,
  ...authSessionsMiddlewares,
  ...authCodeMiddlewares,
]
