import * as all from "./all"
import { refusals, refused_values } from "./refusals"

export const fr = { ...all, refusals, refused_values }
