import { createWorkflow, transform, WorkflowResponse, when } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, emitEventStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { VendorEvents } from "../../../modules/vendor/events"
import type { RegisterShopInput } from "../../../modules/vendor/types"
import { loginLock } from "../../access/login-lock"
import { ensureLoginUserStep } from "../../access/steps/ensure-login-user"
import { recordAuditStep } from "../../audit/record-audit"
import { acceptAgreementWorkflow } from "../../vendor-onboarding/workflows/accept-agreement"
import { findRegistrantStep } from "../steps/find-registrant"
import { registerShopStep } from "../steps/register-shop"

export const registerShopWorkflowId = "register-shop"

export type RegisterShopWorkflowInput = {
  auth_identity_id: string
  user_id: string | null
  shop: Omit<RegisterShopInput, "owner_user_id" | "only_existing" | "contact_email"> & {
    contact_email?: string
  }
  /** The version of the terms that the registrant accepts; absent when they have not yet. */
  agreement_version?: string
}

/**
 * Opens a shop for a login, with an account when it has none. Under the login's lock, because a double click makes
 * two requests: both find one account and one shop.
 */
export const registerShopWorkflow = createWorkflow(
  registerShopWorkflowId,
  (input: RegisterShopWorkflowInput) => {
    const lock = transform(input, loginLock)
    acquireLockStep(lock)
    const registrant = findRegistrantStep(
      transform({ input }, ({ input: { auth_identity_id, user_id, shop } }) => ({
        auth_identity_id,
        user_id,
        contact_email: shop.contact_email,
      }))
    )
    const user_id = ensureLoginUserStep(registrant)
    const registered = registerShopStep(
      transform({ input, registrant, user_id }, (data) => ({
        ...data.input.shop,
        contact_email: data.registrant.contact_email,
        owner_user_id: data.user_id,
        only_existing: data.registrant.is_retry,
      }))
    )
    when(
      "terms-accepted",
      { input, registered },
      (data) => data.registered.is_new && Boolean(data.input.agreement_version)
    ).then(() => {
      acceptAgreementWorkflow.runAsStep({
        input: transform({ input, registered, user_id }, (data) => ({
          vendor_id: data.registered.vendor.id,
          version: data.input.agreement_version ?? "",
          actor: data.user_id,
        })),
      })
    })
    releaseLockStep(lock)
    when("shop-is-new", { registered }, (data) => data.registered.is_new).then(() => {
      emitEventStep({ eventName: VendorEvents.CREATED, data: { vendor_id: registered.vendor.id } })
      recordAuditStep(
        transform({ registered, user_id }, (data) => ({
          action: "vendor.registered",
          vendor_id: data.registered.vendor.id,
          record_type: "vendor",
          record_id: data.registered.vendor.id,
          after: { owner_user_id: data.user_id, handle: data.registered.vendor.handle },
        }))
      )
    })

    return new WorkflowResponse(transform({ registered }, (data) => data.registered.vendor))
  }
)
