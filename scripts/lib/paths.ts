import { join, resolve } from "node:path"

export const ROOT = resolve(__dirname, "../..")

/** Everything that a running demo keeps: never in a folder that `medusa develop` watches. */
export const STATE = process.env.MERKATO_STATE ?? join(ROOT, ".merkato")

export const MEDUSA_CLI = join(ROOT, "node_modules/@medusajs/cli/cli.js")
export const BUILT_SERVER = join(ROOT, ".medusa/server")

export const statePath = (name: string) => join(STATE, name)
