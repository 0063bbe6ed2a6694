import { forbidden, invalidData, notFound, unauthorized } from "../../lib/errors"
import type { Refusal } from "../../modules/access/domain/decide"

const makers = { 400: invalidData, 401: unauthorized, 403: forbidden, 404: notFound }

/** The error that a client sees of a refusal. */
export const rejection = ({ status, code, message }: Refusal) => makers[status](code, message)
