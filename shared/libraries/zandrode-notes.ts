/** What people of Zandrode write beside an answer. `{n}` stands for a small number. */

export type Notes = {
  readonly fine?: readonly string[]
  readonly partly: readonly string[]
  readonly not: readonly string[]
  readonly none?: readonly string[]
}

export const NOTES: Readonly<Record<string, Notes>> = {
  c001: {
    partly: ['De OCMW-raad keurt het kader pas volgende maand goed.'],
    not: ['Het kader dateert van de vorige bestuursperiode en moet opnieuw naar de raad.'],
  },
  c002: {
    partly: [
      'Voor twee thema’s is de zelfevaluatie ouder dan drie jaar; de werkgroepen starten in het najaar.',
    ],
    not: ['De zelfevaluaties van vijf thema’s zijn verlopen.'],
  },
  c003: {
    partly: [
      'Van {n} acties is de stand van zaken ouder dan drie maanden; de trekkers zijn aangeschreven.',
      '{n} acties hebben nog geen einddatum.',
    ],
    not: ['Het actieplan is dit kwartaal niet bijgewerkt door de drukte rond het meerjarenplan.'],
  },
  c004: {
    partly: ['Het rapport lag tijdig voor, maar zonder de bijlage met auditaanbevelingen.'],
    not: ['Verdaagd naar de zitting van september.'],
  },
  c005: { partly: ['Visie getoetst, missie volgt in het voorjaar.'], not: ['Niet besproken bij de opmaak.'] },
  c006: {
    fine: ['Alle indicatoren hebben een nulmeting.', 'Nagekeken samen met de kwaliteitscoördinator.'],
    partly: [
      'Bij {n} prioritaire acties ontbreekt de nulmeting.',
      '{n} acties hebben een indicator zonder streefwaarde.',
      'De indicator is er, maar we hebben geen bron om hem te meten.',
    ],
    not: ['De indicatorenfiche moet nog gemaakt worden.', 'Geen enkele nieuwe actie heeft al een nulmeting.'],
    none: ['Onze dienst heeft geen prioritaire acties in dit meerjarenplan.'],
  },
  c007: {
    partly: ['{n} kritieke processen hebben nog geen back-up.'],
    not: ['Het register is sinds vorig jaar niet meer aangevuld.'],
  },
  c008: {
    fine: ['Drie beschrijvingen getoetst op de werkvloer.'],
    partly: [
      'Twee van de drie beschrijvingen getoetst; de derde volgt in januari.',
      'Eén beschrijving klopt niet meer met de praktijk en wordt herschreven.',
    ],
    not: [
      'Niet gelukt door afwezigheden in het team.',
      'De procesbeschrijvingen zijn verouderd; toetsen heeft nu geen zin.',
    ],
  },
  c009: {
    fine: ['Besproken op het managementteam, matrix bij het verslag.'],
    partly: ['Besproken, maar de scores van ICT en personeel zijn nog niet herwogen.'],
    not: ['Het punt is tweemaal doorgeschoven op de agenda.'],
  },
  c010: {
    partly: ['{n} hoge risico’s hebben een maatregel zonder trekker.'],
    not: ['Het nieuwe cyberrisico heeft nog geen maatregel.'],
  },
  c011: {
    fine: ['Kaart vernieuwd na overleg met de adviesraad.'],
    partly: ['De kaart is bijgewerkt, de contactgegevens nog niet.'],
    not: ['De stakeholderkaart is nog die van de vorige bestuursperiode.'],
    none: ['Loopt mee in de kaart van het secretariaat.'],
  },
  c012: {
    fine: ['Teruggekoppeld via de nieuwsbrief en de website.'],
    partly: ['De terugkoppeling over het verkeersplan kwam twee weken te laat.'],
    not: ['Van de bevraging over het park is nog niets teruggekoppeld.'],
    none: ['Geen inspraakmoment dit kwartaal.'],
  },
  c013: {
    partly: [
      '{n} klachten kwamen per mail binnen bij de dienst en stonden nog niet in het register.',
      'Bij {n} klachten ontbreekt de kwalificatie.',
    ],
    not: ['Register niet aangevuld tijdens het verlof.'],
  },
  c014: {
    fine: ['Geen klachten ouder dan dertig dagen.'],
    partly: ['{n} oude klachten over sluikstort zijn nog niet besproken.'],
    not: ['Bespreking is niet doorgegaan.'],
  },
  c015: {
    fine: ['Besproken in de zitting van maart.'],
    partly: ['Besproken in de commissie, nog niet in de openbare raad.'],
    not: ['Rapport was niet klaar.'],
  },
  c016: {
    partly: ['Het verslag van het autonoom gemeentebedrijf ontbreekt nog.'],
    not: ['Nog geen rapporten ontvangen.'],
  },
  c017: {
    fine: ['Alle indicatoren ingevuld en nagekeken.', 'Ingevuld, met een woordje uitleg bij de uitschieter.'],
    partly: [
      '{n} indicatoren volgen nog: de cijfers uit het bronsysteem waren niet klaar.',
      'Ingevuld op één indicator na; de leverancier bezorgde het rapport te laat.',
      'De cijfers van de buitendienst ontbreken nog.',
      'Eén indicator is geschat, wordt volgende maand rechtgezet.',
    ],
    not: [
      'Niet ingevuld wegens ziekte van de collega die dit opvolgt.',
      'De export uit het pakket werkt niet meer sinds de update.',
      'Deze maand vergeten; staat nu in onze agenda.',
    ],
  },
  c018: {
    partly: ['Eén van de vijf waarden week af: noemer was het aantal dossiers van vorig jaar.'],
    not: ['Twee waarden konden niet nagerekend worden, de bron is overschreven.'],
  },
  c019: {
    fine: [
      'Eén afwijking besproken: de wachttijd aan het loket; actie toegewezen.',
      'Geen afwijkingen deze maand.',
    ],
    partly: ['Besproken, maar over de doorlooptijd van vergunningen is nog geen besluit genomen.'],
    not: ['Punt doorgeschoven naar het volgende managementteam.'],
  },
  c020: {
    partly: ['Stand opgemaakt; {n} aanbevelingen zonder nieuwe einddatum.'],
    not: ['Niet geagendeerd op het college.'],
  },
  c021: {
    partly: ['Alle stappen gezet, behalve de afsluiting van de wachtrekeningen.'],
    not: ['Checklist nog niet doorlopen.'],
  },
  c022: {
    fine: ['Vastgesteld in de zitting van juni.'],
    partly: ['Door de gemeenteraad vastgesteld; OCMW-raad volgt.'],
    not: ['Doorgeschoven naar de volgende zitting.'],
  },
  c023: {
    partly: ['Voorgelegd zonder de cijfers van het AGB.'],
    not: ['Niet klaar tegen de raad van september.'],
  },
  c024: {
    fine: ['Vijfentwintig nagekeken, geen opmerkingen.'],
    partly: ['Bij {n} verbintenissen werd het visum pas na de bestelling gevraagd.'],
    not: ['Steekproef: {n} bestellingen zonder visum bij technische uitvoering.'],
  },
  c025: {
    fine: [
      'Krediet bevestigd, geen verschuivingen nodig.',
      'Bevestigd; raming voor het jaareinde blijft gelijk.',
    ],
    partly: [
      'Bevestigd, op één actie na waarvan de factuur betwist wordt.',
      'De kredieten voor onderhoud raken op; verschuiving gevraagd.',
      'Eén budgetsleutel staat op de verkeerde dienst, gemeld aan financiën.',
    ],
    not: ['Maandstand niet ontvangen van financiën.', 'Nog niet nagekeken, te weinig tijd deze maand.'],
  },
  c026: {
    fine: ['Lijst overlopen, {n} dossiers naar de deurwaarder.'],
    partly: ['Lijst overlopen; de aanmaningen van de opvang zijn nog niet verstuurd.'],
    not: ['Niet gebeurd door de verwerking van de aanslagbiljetten.'],
  },
  c027: {
    fine: ['{n} facturen nagevraagd.', 'Geen enkele factuur boven twintig dagen.'],
    partly: [
      '{n} facturen liggen nog bij technische uitvoering, tweede herinnering verstuurd.',
      'Eén betwiste factuur wacht op een creditnota.',
    ],
    not: ['Niet nagevraagd deze week door de maandafsluiting.'],
  },
  c028: {
    fine: ['Bibliotheek en zwembad geteld, beide kassen sluitend.'],
    partly: ['Kas van het zwembad: verschil van 12,50 euro zonder verklaring.', 'Slechts één kas geteld.'],
    not: ['Geen kascontrole gehouden dit kwartaal.'],
  },
  c029: {
    partly: ['Eén volmacht van een gepensioneerde collega stond nog open; intrekking gevraagd.'],
    not: ['De bank bezorgde de lijst niet.'],
  },
  c030: {
    fine: ['{n} wijzigingen, allemaal teruggebeld.'],
    partly: ['Eén wijziging bevestigd per mail in plaats van per telefoon.'],
    not: ['Bij {n} wijzigingen ontbreekt de tweede handtekening.'],
  },
  c031: {
    partly: ['Gepubliceerd, maar de nieuwe cluster Welzijn staat er nog niet op.'],
    not: ['Organogram is van twee jaar geleden.'],
  },
  c032: {
    partly: ['{n} delegaties verwijzen naar een functie die niet meer bestaat.'],
    not: ['Register niet bijgewerkt sinds de personeelswissels.'],
  },
  c033: {
    partly: ['Eén verslag verstuurd na acht werkdagen.', 'Verslagen tijdig, actielijst volgde later.'],
    not: ['Door afwezigheid zijn twee verslagen te laat verspreid.'],
  },
  c034: {
    fine: ['Twee lopende projecten, beide met een fiche.'],
    partly: [
      'De fiche is er, het onderdeel risico’s moet nog ingevuld worden.',
      'Bij {n} projecten dateert de fiche van voor de gunning.',
    ],
    not: [
      'Het project is gestart zonder fiche; wordt ingehaald.',
      'Nog geen projectfiche voor de nieuwe investering.',
    ],
    none: ['Geen project boven 100 000 euro.', 'Dit kwartaal geen lopende grote projecten.'],
  },
  c035: { partly: ['Voor {n} kritieke functies is geen opvolger bekend.'], not: ['Lijst niet herzien.'] },
  c036: {
    partly: ['In één dossier ontbreekt het juryverslag.'],
    not: ['Twee van de drie dossiers zijn onvolledig.'],
    none: ['Geen selecties afgerond dit kwartaal.'],
  },
  c037: {
    fine: ['Twee nieuwe collega’s, beide trajecten afgerond.', 'Onthaal doorlopen, meter toegewezen.'],
    partly: [
      'Het gesprek na drie maanden is nog niet gevoerd met één collega.',
      'De checklist is doorlopen, de rondleiding moet nog.',
    ],
    not: ['Nieuwe collega gestart in volle drukte; onthaaltraject niet gevolgd.'],
    none: ['Geen nieuwe medewerkers.', 'Niemand in dienst gekomen dit kwartaal.'],
  },
  c038: {
    fine: ['Met iedereen gesproken.'],
    partly: [
      '{n} gesprekken nog te voeren wegens langdurige afwezigheid.',
      'Drie kwart van de gesprekken gevoerd.',
    ],
    not: ['Gesprekken uitgesteld naar het voorjaar.'],
  },
  c039: {
    partly: ['Besproken met de meeste leidinggevenden; buitendienst volgt.'],
    not: ['Rapport was niet beschikbaar.'],
  },
  c040: {
    partly: ['Besproken, maar {n} acties uit het plan lopen achter.'],
    not: ['Het overlegcomité is niet doorgegaan.'],
  },
  c041: {
    fine: ['Lijst afgetekend door de tweede dossierbeheerder.'],
    partly: ['{n} mutaties pas na de loonrun nagekeken; geen fouten gevonden.'],
    not: ['Tweede controle niet gebeurd door verlof.'],
  },
  c042: {
    partly: ['{n} jobstudenten moeten nog tekenen.'],
    not: ['Verklaringen nog niet verzameld.'],
    none: ['Geen nieuwe indiensttredingen.'],
  },
  c043: {
    partly: ['Register bijgewerkt, nog {n} aangiften in behandeling.'],
    not: ['Herinnering aan de diensten niet verstuurd.'],
  },
  c044: {
    fine: ['Eén melding, dezelfde dag bevestigd.'],
    partly: ['Eén melding bevestigd na negen dagen.'],
    not: ['Bevestiging niet verstuurd.'],
    none: ['Geen meldingen dit kwartaal.'],
  },
  c045: {
    fine: [
      'Idee van het team uitgevoerd: formulier ingekort tot één bladzijde.',
      'Wachttijd zichtbaar gemaakt, werkt goed.',
    ],
    partly: ['Idee gekozen, uitvoering loopt nog.', 'Proefopstelling staat, evaluatie volgt.'],
    not: ['Geen ruimte voor verbeterwerk gehad dit halfjaar.', 'Wel ideeën, nog niets uitgevoerd.'],
  },
  c046: {
    partly: ['{n} beslissingen kwamen pas na een week bij de dienst.'],
    not: ['Door het nieuwe notulenpakket zijn de uittreksels te laat verstuurd.'],
  },
  c047: {
    partly: ['Lijst opgemaakt, goedkeuring volgt.'],
    not: ['Geen vernietigingslijst opgemaakt dit jaar.'],
  },
  c048: {
    partly: ['Register bijgewerkt voor {n} van de diensten die wijzigingen meldden.'],
    not: ['Bevraging van de diensten moet nog starten.'],
  },
  c049: {
    fine: ['Twee inzageverzoeken, allebei binnen de maand.'],
    partly: ['Eén inzageverzoek beantwoord na 34 dagen, met verlenging.'],
    not: ['Een datalek werd pas na vijf dagen gemeld.'],
  },
  c050: {
    fine: ['Lijst van het college maandag bekendgemaakt.'],
    partly: ['De lijst van het vast bureau ging een dag te laat online.'],
    not: ['Besluitenlijst niet bekendgemaakt binnen tien dagen: storing van de publicatieserver.'],
  },
  c051: {
    partly: ['Eén reglement kreeg zijn nummer pas na de bekendmaking.'],
    not: ['{n} reglementen zonder nummer in het register.'],
    none: ['Geen reglementen deze maand.'],
  },
  c052: {
    fine: [
      'Alles beantwoord.',
      '{n} brieven nagekeken, niets ouder dan vijftien werkdagen.',
      'Twee stukken doorgestuurd naar omgeving.',
    ],
    partly: [
      '{n} brieven wachten op advies van de juridische dienst.',
      'Eén brief van een bewonersgroep ligt nog bij de schepen.',
      'Ontvangstmelding verstuurd, antwoord volgt volgende week.',
    ],
    not: ['Postregister niet bijgehouden deze week.', '{n} brieven ouder dan een maand zonder antwoord.'],
  },
  c053: {
    partly: ['In één dossier is de motivering te summier.'],
    not: ['Twee gunningen zonder verklaring over belangenconflicten.'],
  },
  c054: {
    partly: ['{n} contracten moeten nog besproken worden met de budgethouder.'],
    not: ['Een onderhoudscontract is stilzwijgend verlengd.'],
    none: ['Geen opzegdata in de komende zes maanden.'],
  },
  c055: {
    fine: ['Alle attesten opgeladen.'],
    partly: [
      'De keuring van de lift in het administratief centrum staat op volgende week.',
      '{n} speeltuigen afgekeurd; afgezet tot de herstelling.',
      'Brandblussers van de sporthal zijn vervallen, firma komt langs.',
    ],
    not: ['Elektrische keuring van de oude school is niet gebeurd.'],
  },
  c056: { partly: ['{n} laptops niet teruggevonden op hun plaats.'], not: ['Telling niet gehouden.'] },
  c057: {
    partly: ['Eén badge nog niet teruggekregen, wel gedeactiveerd.'],
    not: ['Lijst van uitdiensttredingen niet ontvangen.'],
    none: ['Niemand uit dienst deze maand.'],
  },
  c058: { partly: ['Bij {n} toepassingen is de eigenaar niet ingevuld.'], not: ['Register niet nagekeken.'] },
  c059: {
    fine: ['Rechten bevestigd, één recht ingetrokken.', 'Lijst nagekeken, klopt.'],
    partly: [
      '{n} collega’s hebben nog rechten van hun vorige dienst.',
      'Lijst nagekeken, antwoord over gedeelde postbus volgt.',
    ],
    not: ['Rechtenlijst nog niet ontvangen van ICT.', 'Nog niet nagekeken.'],
  },
  c060: {
    fine: ['Vergelijking met personeel: geen verschillen.'],
    partly: ['Eén account drie dagen te laat gesloten: uitdiensttreding niet doorgegeven.'],
    not: ['{n} accounts van oud-medewerkers stonden nog open.'],
  },
  c061: {
    fine: ['Bestanden en databank hersteld in 3 uur 20.'],
    partly: ['Bestanden hersteld; de databank van burgerzaken vroeg een tweede poging.'],
    not: [
      'Hersteltest mislukt: de kopie van de mailserver was onleesbaar.',
      'Test niet gelukt binnen de voorziene tijd, leverancier verwittigd.',
    ],
  },
  c062: {
    partly: [
      '{n} servers wachten op een onderhoudsvenster.',
      'Eén kritieke update pas na drie weken geplaatst wegens verlof.',
    ],
    not: ['Updates uitgesteld: de toepassing van omgeving ondersteunt ze nog niet.'],
  },
  c063: { partly: ['Oefening gehouden, evaluatie volgt.'], not: ['Oefening verschoven naar volgend jaar.'] },
  c064: {
    fine: ['Tien dossiers nagekeken, alles aanwezig.'],
    partly: ['In {n} van de tien dossiers is de motivering te algemeen.', 'Eén beslissing na 33 dagen.'],
    not: ['Bij {n} dossiers ontbreekt het sociaal onderzoek.'],
  },
  c065: {
    fine: ['Stock geteld, klopt met het register.', 'Geteld door twee collega’s.'],
    partly: [
      'Eén kaart te weinig in de kluis; later teruggevonden bij de balie.',
      'Telling klopt, maar de tweede handtekening ontbreekt op het telblad.',
      '{n} vernietigde kaarten stonden nog niet op de lijst.',
    ],
    not: ['Verschil van {n} kaarten; gemeld aan de directeur.'],
  },
  c066: {
    fine: ['Geen termijn in gevaar.', '{n} dossiers krap, tijdig geagendeerd.'],
    partly: [
      '{n} adviezen laten op zich wachten; termijnverlenging gevraagd.',
      'Eén dossier op de laatste dag beslist.',
    ],
    not: ['Eén stilzwijgende weigering door een gemiste termijn.'],
  },
  c067: {
    partly: ['Van {n} leidinggevenden moet de terugkoppeling nog gebeuren.'],
    not: ['Traject niet gestart dit jaar.'],
  },
}

/** For controls of which nobody has written anything of its own. */
export const COMMON: Notes = {
  partly: ['Grotendeels in orde, de rest volgt volgende maand.'],
  not: ['Niet uitgevoerd.'],
  none: ['Niet van toepassing dit keer.'],
}

export const MENDED: readonly string[] = [
  'Ondertussen volledig in orde gebracht.',
  'Rechtgezet en nagekeken.',
  'Het ontbrekende stuk is toegevoegd.',
  'Na navraag toch in orde.',
]

export const REVIEWED: readonly string[] = [
  'Bij nazicht bleek één stuk te ontbreken.',
  'Na de steekproef bijgesteld naar deels.',
  'Bewijsstuk is van vorige periode; graag aanvullen.',
]
