import { Module } from "@medusajs/framework/utils"
import DebtModuleService from "./service"

export const DEBT_MODULE = "debt"

export default Module(DEBT_MODULE, { service: DebtModuleService })
