import { Module } from "@medusajs/framework/utils"
import OneTimeCodeModuleService from "./service"

export const ONE_TIME_CODE_MODULE = "one_time_code"

export default Module(ONE_TIME_CODE_MODULE, { service: OneTimeCodeModuleService })
