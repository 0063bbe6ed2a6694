import { Module } from "@medusajs/framework/utils"
import ScorecardModuleService from "./service"

export const SCORECARD_MODULE = "scorecard"

export default Module(SCORECARD_MODULE, { service: ScorecardModuleService })
