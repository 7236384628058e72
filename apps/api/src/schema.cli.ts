import { writeSchema } from './schema.ts'

process.stdout.write(await writeSchema())
