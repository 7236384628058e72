import '@samenspel/ui/index.css'
import { FamilyForParentsDocument } from '@samenspel/graphql-documents/parent'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { Router } from 'wouter'
import { App } from './app.tsx'
import { createGraphql } from './client.ts'
import { LanguageProvider } from './settings/language-provider.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place for the app.')
const client = createGraphql('/graphql')
// Asked at once, while the texts are still on their way; the pages find the answer in the cache.
void client.query(FamilyForParentsDocument, {}).toPromise()

createRoot(root).render(
  <StrictMode>
    <Provider value={client}>
      <LanguageProvider>
        <Router base="/parent">
          <App />
        </Router>
      </LanguageProvider>
    </Provider>
  </StrictMode>,
)
