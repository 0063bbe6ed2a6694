const { randomBytes } = require("node:crypto")

const secret = () => randomBytes(24).toString("hex")

// Tests own their secrets; the database host and password come from `npm test`.
process.env.NODE_ENV = "test"
process.env.JWT_SECRET ??= secret()
process.env.COOKIE_SECRET ??= secret()
process.env.DATABASE_URL ??= "postgres://postgres@localhost/postgres"
process.env.ADMIN_DISABLED ??= "true"
process.env.MEDUSA_DISABLE_TELEMETRY = "1"
process.env.LOG_LEVEL ??= "error"
