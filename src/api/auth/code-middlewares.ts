import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { validateAndTransformBody } from "../validate-request"
import { AuthSendPhoneCode } from "./[actor_type]/phone/code/validators"
import { admitFactorCode } from "./admit-factor-code"
import { checkFactorStart, signOutAfterFirst } from "./factor-enrolment"
import { needFreshFactor } from "./factor-guard"
import { checkFactorRemoval } from "./factor-removal"
import { AuthSendFactorCode, AuthStartFactorChallenge } from "./mfa/validators"
import { AuthChangePhone, AuthSendPhoneChangeCode } from "./phone/change/validators"
import { checkVerificationConfirm, checkVerificationRequest } from "./verification-guard"

const signedIn = authenticate(["customer", "user"], ["session", "bearer"])
/** Also somebody who owes the second factor, or has no account yet. */
const onTheWayIn = authenticate(["customer", "user"], ["session", "bearer"], {
  allowUnregistered: true,
  requireMfa: false,
})
const withoutFactor = authenticate(["customer", "user"], ["session", "bearer"], { requireMfa: false })

/** Core's own middlewares of the same matchers (who asks, what is in the body) have run before these. */
export const authCodeMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/auth/:actor_type/phone/code",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AuthSendPhoneCode)],
  },
  {
    matcher: "/auth/phone/change/code",
    methods: ["POST"],
    middlewares: [signedIn, validateAndTransformBody(AuthSendPhoneChangeCode)],
  },
  {
    matcher: "/auth/phone/change",
    methods: ["POST"],
    middlewares: [signedIn, validateAndTransformBody(AuthChangePhone)],
  },
  {
    matcher: "/auth/mfa/code",
    methods: ["POST"],
    middlewares: [onTheWayIn, validateAndTransformBody(AuthSendFactorCode)],
  },
  {
    matcher: "/auth/mfa/challenges",
    methods: ["POST"],
    middlewares: [withoutFactor, validateAndTransformBody(AuthStartFactorChallenge)],
  },
  { matcher: "/auth/mfa/challenges/:id/verify", methods: ["POST"], middlewares: [admitFactorCode] },
  { matcher: "/auth/mfa/factors", methods: ["POST"], middlewares: [checkFactorStart, needFreshFactor] },
  {
    matcher: "/auth/mfa/factors/:id/verify",
    methods: ["POST"],
    middlewares: [needFreshFactor, admitFactorCode, signOutAfterFirst],
  },
  // The code in the request is itself the fresh factor: core refuses to remove an enabled one without.
  {
    matcher: "/auth/mfa/factors/:id",
    methods: ["DELETE"],
    middlewares: [checkFactorRemoval, admitFactorCode],
  },
  { matcher: "/auth/mfa/recovery-codes", methods: ["POST"], middlewares: [needFreshFactor] },
  {
    matcher: "/auth/verification/request",
    methods: ["POST"],
    middlewares: [checkVerificationRequest],
  },
  { matcher: "/auth/verification/confirm", methods: ["POST"], middlewares: [checkVerificationConfirm] },
]
