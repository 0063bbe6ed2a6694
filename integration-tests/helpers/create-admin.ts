import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createUserAccountWorkflow } from "@medusajs/medusa/core-flows"
import { ACCESS_MODULE } from "../../src/modules/access"
import type AccessModuleService from "../../src/modules/access/service"
import type { Answer } from "./shopper"

const LOGIN = { email: "staff@example.com", password: "a long enough password" }

/** A member of staff, for the tests' template database; sign in with `signInAdmin` once the server runs. */
export async function createAdmin(container: MedusaContainer): Promise<void> {
  const { authIdentity, error } = await container.resolve(Modules.AUTH).register("emailpass", { body: LOGIN })
  if (!authIdentity) {
    throw new Error(`The login of the staff was not made: ${error}`)
  }
  const { result: user } = await createUserAccountWorkflow(container).run({
    input: { authIdentityId: authIdentity.id, userData: { email: LOGIN.email } },
  })
  await container
    .resolve<AccessModuleService>(ACCESS_MODULE)
    .createStaffMembers({ user_id: user.id, role: "owner", granted_by: null })
}

export type Admin = <Body>(method: string, path: string, body?: unknown) => Promise<Answer<Body>>

export async function signInAdmin(baseUrl: string): Promise<Admin> {
  const login = await send(baseUrl, "POST", "/auth/user/emailpass", LOGIN)
  const { token } = (await login.json()) as { token: string }

  return async <Body>(method: string, path: string, body?: unknown) => {
    const response = await send(baseUrl, method, path, body, token)

    return { status: response.status, body: (await response.json()) as Answer<Body>["body"] }
  }
}

function send(baseUrl: string, method: string, path: string, body?: unknown, token?: string) {
  return fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
}
