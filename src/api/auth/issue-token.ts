import { getAuthContextFromJwtToken, type MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, generateJwtToken } from "@medusajs/framework/utils"
import type { AccessToken } from "../access/grants-of"

type Times = { exp?: number }

const httpConfig = (req: MedusaRequest) =>
  req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig.http

/** What a token of ours says, if its signature and its time are right. */
export const readToken = (req: MedusaRequest, token: string): AccessToken | null =>
  readAuthorization(req, `Bearer ${token}`)

/** The same of a header `Authorization`, read exactly as core reads it. */
export function readAuthorization(req: MedusaRequest, header: string | undefined): AccessToken | null {
  const { jwtSecret, jwtPublicKey, jwtVerifyOptions, jwtOptions } = httpConfig(req)

  return getAuthContextFromJwtToken(
    header,
    jwtSecret as string,
    ["bearer"],
    ["*"],
    jwtPublicKey,
    jwtVerifyOptions ?? jwtOptions
  )
}

/** Signs a token as Medusa does, with the session it belongs to and the life it has. */
export function signToken(req: MedusaRequest, claims: AccessToken, seconds: number): string {
  const { jwtSecret, jwtOptions } = httpConfig(req)
  const { iat: _issued, exp: _expires, ...payload } = claims as AccessToken & Times

  return generateJwtToken(payload, { secret: jwtSecret, expiresIn: seconds, jwtOptions })
}
