// Writes the decks of a JSON dump (see overdracht.py) with PptxGenJS, all in one process.
// node pptxgenjs.mjs <node_modules> <dump.json> <output folder> <true|false: compress>
// On stdout: the seconds from the parsed dump to the last file.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'

const [modules, dump, uit, inpakken] = process.argv.slice(2)
const PptxGenJS = createRequire(join(modules, 'bench.cjs'))('pptxgenjs')

const ANKER = { boven: 'top', midden: 'middle', onder: 'bottom' }
const UITLIJNING = { links: 'left', midden: 'center', rechts: 'right' }

const vak = ({ x, y, b, h }) => ({ x, y, w: b, h })

function koppeling(doel, plekken) {
  if (!doel) return undefined
  if (doel.adres) return { url: doel.adres, tooltip: doel.tekst }
  const slide = plekken.get(doel.pagina)
  return slide ? { slide, tooltip: doel.tekst } : undefined
}

function opsomming(alinea) {
  if (!alinea.opsomming) return undefined
  const indent = alinea.inspringing
  if (alinea.opsomming === 'cijfer') return { type: 'number', indent }
  return { characterCode: alinea.opsomming.codePointAt(0).toString(16).toUpperCase().padStart(4, '0'), indent }
}

function lopen(tekst, plekken, fontFace) {
  return tekst.alineas.flatMap((alinea, rang) =>
    alinea.lopen.map((loop, nummer) => ({
      text: loop.tekst,
      options: {
        fontFace,
        fontSize: alinea.korps,
        color: loop.kleur,
        bold: loop.vet,
        italic: loop.cursief,
        align: UITLIJNING[alinea.uitlijning],
        charSpacing: alinea.spatiering || undefined,
        lineSpacingMultiple: alinea.regelafstand,
        paraSpaceBefore: rang ? alinea.wit_voor : 0,
        bullet: opsomming(alinea),
        hyperlink: koppeling(loop.doel, plekken),
        breakLine: nummer === alinea.lopen.length - 1,
      },
    })),
  )
}

function stap([soort, ...p]) {
  if (soort === 'M') return { x: p[0], y: p[1], moveTo: true }
  if (soort === 'L') return { x: p[0], y: p[1] }
  if (soort === 'C') return { x: p[4], y: p[5], curve: { type: 'cubic', x1: p[0], y1: p[1], x2: p[2], y2: p[3] } }
  return { close: true }
}

function zet(dia, element, pptx, plekken, letter) {
  switch (element.soort) {
    case 'tekst':
      dia.addText(lopen(element, plekken, letter), {
        ...vak(element),
        margin: 0,
        valign: ANKER[element.anker],
        objectName: element.naam,
        ...(element.rol === 'titel' ? { placeholder: 'titel' } : {}),
      })
      break
    case 'vlak':
      dia.addShape(pptx.ShapeType.rect, { ...vak(element), fill: { color: element.kleur }, objectName: element.naam })
      break
    case 'lijn':
      dia.addShape(pptx.ShapeType.line, {
        ...vak(element),
        line: { color: element.kleur, width: element.dikte },
        objectName: element.naam,
      })
      break
    case 'pad':
      dia.addShape(pptx.ShapeType.custGeom, {
        ...vak(element),
        points: element.stappen.map(stap),
        fill: element.vulling ? { color: element.vulling } : undefined,
        line: element.streek ? { color: element.streek, width: element.dikte } : undefined,
        objectName: element.naam,
      })
      break
    case 'groep':
      for (const deel of element.delen) zet(dia, deel, pptx, plekken, letter)
      break
    case 'tabel':
      dia.addTable(
        element.rijen.map((rij) =>
          rij.map((cel) => ({
            text: lopen(cel, plekken, letter),
            options: {
              valign: ANKER[cel.anker],
              margin: 0,
              fill: cel.vulling ? { color: cel.vulling } : undefined,
              border: [
                { type: 'none' },
                { type: 'none' },
                { type: 'solid', pt: element.dikte, color: element.lijn },
                { type: 'none' },
              ],
            },
          })),
        ),
        { x: element.x, y: element.y, w: element.b, colW: element.kolommen, rowH: element.hoogtes, objectName: element.naam },
      )
      break
    default:
      throw new Error(`onbekend element: ${element.soort}`)
  }
}

function meester(pptx, grond) {
  const { korps, kleur, ...plek } = grond.nummer
  pptx.defineSlideMaster({
    title: grond.naam,
    objects: [
      ...grond.elementen.map((element) => ({ rect: { ...vak(element), fill: { color: element.kleur } } })),
      { placeholder: { options: { name: 'titel', type: 'title', ...vak(grond.titel), margin: 0 }, text: '' } },
    ],
    slideNumber: { ...vak(plek), fontSize: korps, color: kleur },
  })
}

async function schrijf(deck, inhoud) {
  const pptx = new PptxGenJS()
  const paginas = deck.paginas.map((nummer) => inhoud.paginas[nummer])
  const gronden = [...new Set(paginas.map((pagina) => pagina.grond))]
  const maat = inhoud.gronden[gronden[0]]
  pptx.defineLayout({ name: 'kaart', width: maat.breedte, height: maat.hoogte })
  pptx.layout = 'kaart'
  pptx.title = deck.titel
  pptx.author = deck.maker
  pptx.subject = deck.onderwerp
  pptx.theme = { headFontFace: deck.lettertype, bodyFontFace: deck.lettertype }
  for (const nummer of gronden) meester(pptx, inhoud.gronden[nummer])
  for (const title of new Set(paginas.map((pagina) => pagina.deel).filter(Boolean))) pptx.addSection({ title })
  const plekken = new Map(paginas.map((pagina, rang) => [pagina.id, rang + 1]))
  for (const pagina of paginas) {
    const dia = pptx.addSlide({
      masterName: inhoud.gronden[pagina.grond].naam,
      sectionTitle: pagina.deel || undefined,
    })
    for (const element of pagina.elementen) zet(dia, element, pptx, plekken, deck.lettertype)
    if (pagina.notitie) dia.addNotes(pagina.notitie)
  }
  // In Node.js writeFile of PptxGenJS 4.0.1 never compresses, whatever it is asked; stream does.
  if (inpakken === 'true') writeFileSync(join(uit, deck.bestand), await pptx.stream({ compression: true }))
  else await pptx.writeFile({ fileName: join(uit, deck.bestand) })
}

const inhoud = JSON.parse(readFileSync(dump, 'utf-8'))
mkdirSync(uit, { recursive: true })
const begin = performance.now()
for (const deck of inhoud.decks) await schrijf(deck, inhoud)
console.log((performance.now() - begin) / 1000)
