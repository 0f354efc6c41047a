/**
 * The part of the SARIF 2.1.0 schema that our logs use, as strict shapes: unknown properties are refused, as the schema
 * refuses them. Written from the objects of the published schema (sarif-schema-2.1.0.json, OASIS, errata 01): sarifLog,
 * run, tool, toolComponent, reportingDescriptor, reportingConfiguration, multiformatMessageString, invocation, result,
 * message, location, physicalLocation, artifactLocation, region, logicalLocation, propertyBag.
 */
import {z} from 'zod'

const propertyBag = z.looseObject({tags: z.array(z.string()).optional()})
const level = z.enum(['none', 'note', 'warning', 'error'])
/** uri-reference of RFC 3986: no blank, no character beyond ASCII. */
const uriReference = z.string().regex(/^[!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]+$/)
const indexOrNone = z.int().min(-1)

const multiformatMessageString = z.strictObject({
  text: z.string(),
  markdown: z.string().optional(),
  properties: propertyBag.optional(),
})
/** At least text or id. */
const message = z.strictObject({text: z.string(), markdown: z.string().optional(), properties: propertyBag.optional()})

const reportingDescriptor = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  shortDescription: multiformatMessageString.optional(),
  fullDescription: multiformatMessageString.optional(),
  help: multiformatMessageString.optional(),
  helpUri: z.url().optional(),
  defaultConfiguration: z
    .strictObject({
      enabled: z.boolean().optional(),
      level: level.optional(),
      rank: z.number().optional(),
      properties: propertyBag.optional(),
    })
    .optional(),
  properties: propertyBag.optional(),
})

const unique = <Item>(items: readonly Item[]) =>
  new Set(items.map((item) => JSON.stringify(item))).size === items.length

const toolComponent = z.strictObject({
  name: z.string(),
  version: z.string().optional(),
  semanticVersion: z.string().optional(),
  informationUri: z.url().optional(),
  rules: z.array(reportingDescriptor).refine(unique).optional(),
  properties: propertyBag.optional(),
})

const logicalLocation = z.strictObject({
  name: z.string().optional(),
  index: indexOrNone.optional(),
  fullyQualifiedName: z.string().optional(),
  decoratedName: z.string().optional(),
  parentIndex: indexOrNone.optional(),
  kind: z.string().optional(),
  properties: propertyBag.optional(),
})

const location = z.strictObject({
  id: indexOrNone.optional(),
  physicalLocation: z
    .strictObject({
      artifactLocation: z.strictObject({uri: uriReference, uriBaseId: z.string().optional()}),
      region: z.strictObject({startLine: z.int().min(1), startColumn: z.int().min(1).optional()}).optional(),
      properties: propertyBag.optional(),
    })
    .optional(),
  logicalLocations: z.array(logicalLocation).refine(unique).optional(),
  message: message.optional(),
  properties: propertyBag.optional(),
})

const result = z.strictObject({
  ruleId: z.string().optional(),
  ruleIndex: indexOrNone.optional(),
  kind: z.enum(['notApplicable', 'pass', 'fail', 'review', 'open', 'informational']).optional(),
  level: level.optional(),
  message,
  locations: z.array(location).optional(),
  relatedLocations: z.array(location).optional(),
  fingerprints: z.record(z.string(), z.string()).optional(),
  partialFingerprints: z.record(z.string(), z.string()).optional(),
  occurrenceCount: z.int().min(1).optional(),
  suppressions: z
    .array(z.strictObject({kind: z.enum(['inSource', 'external']), justification: z.string().optional()}))
    .refine(unique)
    .optional(),
  baselineState: z.enum(['new', 'unchanged', 'updated', 'absent']).optional(),
  properties: propertyBag.optional(),
})

const invocation = z.strictObject({
  executionSuccessful: z.boolean(),
  startTimeUtc: z.iso.datetime().optional(),
  endTimeUtc: z.iso.datetime().optional(),
  exitCode: z.int().optional(),
  properties: propertyBag.optional(),
})

export const SARIF_LOG = z.strictObject({
  $schema: z.url().optional(),
  version: z.literal('2.1.0'),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({driver: toolComponent, properties: propertyBag.optional()}),
      invocations: z.array(invocation).optional(),
      results: z.array(result).optional(),
      properties: propertyBag.optional(),
    }),
  ),
})
