<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>SegmentEditorEffect</name>
    <message>
        <source>Calcium</source>
        <translation>Kalk</translation>
    </message>
    <message>
        <source>Take connected calcium into the selected segment.
&lt;p&gt;&lt;ul style=&quot;margin: 0&quot;&gt;
&lt;li&gt;&lt;b&gt;Mouse move:&lt;/b&gt; the outline shows what a click would take.
&lt;li&gt;&lt;b&gt;Left-click:&lt;/b&gt; take everything connected at or above the threshold.
&lt;li&gt;&lt;b&gt;Shift + left-click:&lt;/b&gt; take what is marked under the pointer out of its segment.
&lt;li&gt;&lt;b&gt;Left-click in a 3D view:&lt;/b&gt; jump to the brightest calcium there, near the heart, and take it.
&lt;/ul&gt;&lt;p&gt;
Bone is larger than the limit and is not taken. Of a thread of noise, long and thin, only the part in one slice is.</source>
        <translation>Zusammenhängenden Kalk in das gewählte Segment nehmen.
&lt;p&gt;&lt;ul style=&quot;margin: 0&quot;&gt;
&lt;li&gt;&lt;b&gt;Maus bewegen:&lt;/b&gt; Der Umriss zeigt, was ein Klick nähme.
&lt;li&gt;&lt;b&gt;Linksklick:&lt;/b&gt; alles nehmen, was zusammenhängt und die Schwelle erreicht.
&lt;li&gt;&lt;b&gt;Umschalt + Linksklick:&lt;/b&gt; was unter dem Zeiger markiert ist, aus seinem Segment nehmen.
&lt;li&gt;&lt;b&gt;Linksklick in einer 3D-Ansicht:&lt;/b&gt; zum hellsten Kalk dort springen, nahe dem Herzen, und ihn nehmen.
&lt;/ul&gt;&lt;p&gt;
Knochen ist größer als die Grenze und wird nicht genommen. Von einem Faden aus Rauschen, lang und dünn, nur der Teil in einer Schicht.</translation>
    </message>
    <message>
        <source>Voxels at or above this value are calcium; 130 HU at 120 kVp.</source>
        <translation>Voxel ab diesem Wert sind Kalk; 130 HU bei 120 kVp.</translation>
    </message>
    <message>
        <source>Threshold:</source>
        <translation>Schwelle:</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Take the connected calcium of all slices.</source>
        <translation>Den zusammenhängenden Kalk aller Schichten nehmen.</translation>
    </message>
    <message>
        <source>This slice only</source>
        <translation>Nur diese Schicht</translation>
    </message>
    <message>
        <source>Take the connected calcium of the acquired slice under the pointer, whatever the view&apos;s orientation.</source>
        <translation>Den zusammenhängenden Kalk der aufgenommenen Schicht unter dem Zeiger nehmen, wie auch die Ansicht liegt.</translation>
    </message>
    <message>
        <source>Take:</source>
        <translation>Nehmen:</translation>
    </message>
    <message>
        <source>Anything larger is taken for bone, or for calcium that touches bone.</source>
        <translation>Größeres gilt als Knochen oder als Kalk, der Knochen berührt.</translation>
    </message>
    <message>
        <source>Bone limit:</source>
        <translation>Knochengrenze:</translation>
    </message>
    <message>
        <source>Not taken: put volume and segmentation
under the same transform</source>
        <translation>Nicht genommen: Volumen und Segmentierung
unter dieselbe Transformation stellen</translation>
    </message>
    <message>
        <source>Not taken: larger than {limit} mm³
(bone, or touching bone)</source>
        <translation>Nicht genommen: größer als {limit} mm³
(Knochen oder an Knochen)</translation>
    </message>
    <message>
        <source>Not taken: a thread of noise, {length} mm long, {thickness} mm thick
{offer}</source>
        <translation>Nicht genommen: ein Faden aus Rauschen, {length} mm lang, {thickness} mm dick
{offer}</translation>
    </message>
    <message>
        <source>“This slice only” (key S in SmartScore) takes its part in this slice</source>
        <translation>„Nur diese Schicht“ (Taste S in SmartScore) nimmt seinen Teil in dieser Schicht</translation>
    </message>
    <message>
        <source>Nothing to take: {value} HU, below {threshold} HU</source>
        <translation>Nichts zu nehmen: {value} HU, unter {threshold} HU</translation>
    </message>
</context>
<context>
    <name>SmartScore</name>
    <message>
        <source>Agatston score of all coronary arteries</source>
        <translation>Agatston-Score aller Koronararterien</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Open database</source>
        <translation>Datenbank öffnen</translation>
    </message>
    <message>
        <source>Open Slicer&apos;s DICOM database, or create it if there is none yet.</source>
        <translation>Slicers DICOM-Datenbank öffnen oder anlegen, wenn es noch keine gibt.</translation>
    </message>
    <message>
        <source>Search patient, ID, date, series</source>
        <translation>Patient, ID, Datum, Serie suchen</translation>
    </message>
    <message>
        <source>The list shows what holds all of these words.</source>
        <translation>Die Liste zeigt, was alle diese Wörter enthält.</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>List only series without a saved reading.</source>
        <translation>Nur Serien ohne gespeicherte Befundung zeigen.</translation>
    </message>
    <message>
        <source>Series of the DICOM database, newest first; a click on a column sorts by it. Series that cannot be scored are grey; their tooltip tells why. Double-click loads.</source>
        <translation>Serien der DICOM-Datenbank, die neueste zuerst; ein Klick auf eine Spalte sortiert. Was nicht ausgewertet werden kann, ist grau; der Tooltip sagt, warum. Doppelklick lädt.</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Load series</source>
        <translation>Serie laden</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu laden</translation>
    </message>
    <message>
        <source>Look through the DICOM database again.</source>
        <translation>Die DICOM-Datenbank noch einmal durchsehen.</translation>
    </message>
    <message>
        <source>Import DICOM folder...</source>
        <translation>Ordner importieren...</translation>
    </message>
    <message>
        <source>Copy the DICOM files of a folder into the database.</source>
        <translation>Die DICOM-Dateien eines Ordners in die Datenbank kopieren.</translation>
    </message>
    <message>
        <source>Load phantom</source>
        <translation>Phantom laden</translation>
    </message>
    <message>
        <source>Make a thorax with known calcium, put it into the DICOM database and load it: to try SmartScore out.</source>
        <translation>Einen Thorax mit bekanntem Kalk erzeugen, in die DICOM-Datenbank legen und laden: um SmartScore auszuprobieren.</translation>
    </message>
    <message>
        <source>Volume:</source>
        <translation>Volumen:</translation>
    </message>
    <message>
        <source>The CT volume that is scored. A volume that was not loaded from DICOM can be scored, but not saved to DICOM.</source>
        <translation>Das CT-Volumen, das ausgewertet wird. Ein Volumen, das nicht aus DICOM geladen wurde, kann ausgewertet, aber nicht in DICOM gespeichert werden.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Befundungen</translation>
    </message>
    <message>
        <source>Which exams the table shows.</source>
        <translation>Welche Untersuchungen die Tabelle zeigt.</translation>
    </message>
    <message>
        <source>Exams of the database and where their reading stands. Double-click opens the newest reading.</source>
        <translation>Untersuchungen der Datenbank, und wo ihre Befundung steht. Doppelklick öffnet die neueste Befundung.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Befunder</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Your name as reader</source>
        <translation>Ihr Name als Befunder</translation>
    </message>
    <message>
        <source>Readings under this name are yours; with it, the readings of others can be hidden.</source>
        <translation>Befundungen unter diesem Namen sind Ihre; damit können die anderer verborgen werden.</translation>
    </message>
    <message>
        <source>Hide others&apos; readings</source>
        <translation>Befundungen anderer verbergen</translation>
    </message>
    <message>
        <source>Read as a second reader who does not know the first result: readings of others are shown when your own of the exam is final.</source>
        <translation>Als zweiter Befunder lesen, der das erste Ergebnis nicht kennt: Befundungen anderer erscheinen, wenn Ihre eigene der Untersuchung endgültig ist.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the selected exam.</source>
        <translation>Die gewählte Befundung öffnen, wie sie gespeichert wurde.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>List where two final readings differ.</source>
        <translation>Auflisten, wo zwei endgültige Befundungen abweichen.</translation>
    </message>
    <message>
        <source>Places where the two readings differ, the largest difference first. A click shows the place in all views.</source>
        <translation>Stellen, an denen die Befundungen abweichen, die größte zuerst. Ein Klick zeigt die Stelle in allen Ansichten.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Genommen</translation>
    </message>
    <message>
        <source>Take what this reader marked at the selected place.</source>
        <translation>Nehmen, was dieser Befunder an der gewählten Stelle markiert hat.</translation>
    </message>
    <message>
        <source>Take neither</source>
        <translation>Keines nehmen</translation>
    </message>
    <message>
        <source>Take no mark at the selected place.</source>
        <translation>An der gewählten Stelle keine Markierung nehmen.</translation>
    </message>
    <message>
        <source>Show the other</source>
        <translation>Die andere zeigen</translation>
    </message>
    <message>
        <source>Show the marks of the other of the two readings.</source>
        <translation>Die Markierungen der anderen der beiden Befundungen zeigen.</translation>
    </message>
    <message>
        <source>Agreed reading</source>
        <translation>Gemeinsame Befundung</translation>
    </message>
    <message>
        <source>Begin a third reading: what both mark alike, and what was taken where they differ.</source>
        <translation>Eine dritte Befundung beginnen: was beide gleich markieren, und was bei Abweichung genommen wurde.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Close this list. Both readings stay as they are.</source>
        <translation>Diese Liste schließen. Beide Befundungen bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Läsionen</translation>
    </message>
    <message>
        <source>Undo (Z)</source>
        <translation>Zurück (Z)</translation>
    </message>
    <message>
        <source>Redo (Y)</source>
        <translation>Wieder (Y)</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source> HU</source>
        <translation> HU</translation>
    </message>
    <message>
        <source>Threshold: a marked voxel counts at or above this value. 130 HU is the rule at 120 kVp; any other value is printed on every result.</source>
        <translation>Schwelle: Ein markiertes Voxel zählt ab diesem Wert. 130 HU ist die Regel bei 120 kVp; jeder andere Wert steht auf jedem Ergebnis.</translation>
    </message>
    <message>
        <source>One slice (S)</source>
        <translation>Eine Schicht (S)</translation>
    </message>
    <message>
        <source>A click takes only the calcium of the slice under the cursor. Otherwise it takes the whole lesion through all slices.</source>
        <translation>Ein Klick nimmt nur den Kalk der Schicht unter dem Zeiger, sonst die ganze Läsion durch alle Schichten.</translation>
    </message>
    <message>
        <source>Candidates (K)</source>
        <translation>Kandidaten (K)</translation>
    </message>
    <message>
        <source>Outline what may be calcium and is not marked yet: in a box (Markups ROI) that is shown, else on a heart that the scene has as a segment, else near the heart. N steps through it, the largest first.</source>
        <translation>Umranden, was Kalk sein kann und noch nicht markiert ist: in einem sichtbaren Quader (Markups ROI), sonst an einem Herzen, das die Szene als Segment hat, sonst nahe dem Herzen. N geht hindurch, das Größte zuerst.</translation>
    </message>
    <message>
        <source>Grow again</source>
        <translation>Nachwachsen</translation>
    </message>
    <message>
        <source>No coronary calcium, confirmed</source>
        <translation>Kein Koronarkalk, bestätigt</translation>
    </message>
    <message>
        <source>You have looked, and there is none: a score of 0. Without this, no marks are not read.</source>
        <translation>Sie haben nachgesehen, und es ist keiner da: ein Score von 0. Ohne dies heißt nichts markiert: nicht befundet.</translation>
    </message>
    <message>
        <source>A click jumps to the lesion in all views. Delete removes it, a key from 1 to 9 gives it to another territory.</source>
        <translation>Ein Klick springt in allen Ansichten zur Läsion. Entf entfernt sie, eine Ziffer gibt sie einem anderen Territorium.</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorium</translation>
    </message>
    <message>
        <source>Peak HU</source>
        <translation>Max. HU</translation>
    </message>
    <message>
        <source>mm³</source>
        <translation>mm³</translation>
    </message>
    <message>
        <source>Agatston</source>
        <translation>Agatston</translation>
    </message>
    <message>
        <source>3D by density (Shift+W)</source>
        <translation>3D nach Dichte (Shift+W)</translation>
    </message>
    <message>
        <source>Color the lesions in the 3D view by the weight of each part: yellow 1, orange 2, red 3, violet 4. Otherwise by territory.</source>
        <translation>Die Läsionen in der 3D-Ansicht nach dem Gewicht jedes Teils einfärben: gelb 1, orange 2, rot 3, violett 4. Sonst nach Territorium.</translation>
    </message>
    <message>
        <source>Correct with the segment editor</source>
        <translation>Mit dem Segment-Editor korrigieren</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Scores by territory. What lies outside of the coronary arteries is measured, but not part of the total.</source>
        <translation>Scores je Territorium. Was außerhalb der Koronararterien liegt, wird gemessen, gehört aber nicht zur Summe.</translation>
    </message>
    <message>
        <source>mg</source>
        <translation>mg</translation>
    </message>
    <message>
        <source>Category:</source>
        <translation>Kategorie:</translation>
    </message>
    <message>
        <source>Person:</source>
        <translation>Person:</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source> years</source>
        <translation> Jahre</translation>
    </message>
    <message>
        <source>Age at the examination, where DICOM has none. Pages say that it was typed.</source>
        <translation>Alter bei der Untersuchung, wo DICOM keines hat. Die Seiten sagen, dass es eingegeben wurde.</translation>
    </message>
    <message>
        <source>Sex, where DICOM has none. Pages say that it was typed.</source>
        <translation>Geschlecht, wo DICOM keines hat. Die Seiten sagen, dass es eingegeben wurde.</translation>
    </message>
    <message>
        <source>Ethnicity:</source>
        <translation>Ethnie:</translation>
    </message>
    <message>
        <source>As the person states it. Only percentiles and risk of MESA need it; it is never assumed.</source>
        <translation>Wie die Person es angibt. Nur Perzentilen und Risiko von MESA brauchen sie; sie wird nie angenommen.</translation>
    </message>
    <message>
        <source>Percentile:</source>
        <translation>Perzentile:</translation>
    </message>
    <message>
        <source>Arterial age:</source>
        <translation>Gefäßalter:</translation>
    </message>
    <message>
        <source>Dominance:</source>
        <translation>Versorgungstyp:</translation>
    </message>
    <message>
        <source>Which artery the posterior descending artery (PDA) comes from: RCA (right) or LCX (left). It decides with which vessel the PDA is counted.</source>
        <translation>Aus welcher Arterie der Ramus interventricularis posterior (PDA) kommt: RCA (rechts) oder LCX (links). Danach wird die PDA zu diesem Gefäß gezählt.</translation>
    </message>
    <message>
        <source>Read as:</source>
        <translation>Gelesen als:</translation>
    </message>
    <message>
        <source>A gated heart, the aortic valve alone, or a chest CT that is not gated: that one is graded by eye and has no percentile.</source>
        <translation>Ein getriggertes Herz, nur die Aortenklappe, oder ein nicht getriggertes Thorax-CT: Das wird nach Augenmaß eingestuft und hat keine Perzentile.</translation>
    </message>
    <message>
        <source>Chest CT: grades by eye</source>
        <translation>Thorax-CT: Grade nach Augenmaß</translation>
    </message>
    <message>
        <source>Patient:</source>
        <translation>Patient:</translation>
    </message>
    <message>
        <source>Coronary calcium of the patient as a whole, by eye: V0 to V3 of CAC-DRS.</source>
        <translation>Koronarkalk des ganzen Patienten nach Augenmaß: V0 bis V3 von CAC-DRS.</translation>
    </message>
    <message>
        <source>LM:</source>
        <translation>LM:</translation>
    </message>
    <message>
        <source>Calcium of the left main artery, by eye; the four vessels add up to the Weston score.</source>
        <translation>Kalk des Hauptstamms nach Augenmaß; die vier Gefäße ergeben den Weston-Score.</translation>
    </message>
    <message>
        <source>LAD:</source>
        <translation>LAD:</translation>
    </message>
    <message>
        <source>Calcium of the left anterior descending artery, by eye; the four vessels add up to the Weston score.</source>
        <translation>Kalk des R. interventricularis anterior nach Augenmaß; die vier Gefäße ergeben den Weston-Score.</translation>
    </message>
    <message>
        <source>LCX:</source>
        <translation>LCX:</translation>
    </message>
    <message>
        <source>Calcium of the circumflex artery, by eye; the four vessels add up to the Weston score.</source>
        <translation>Kalk des R. circumflexus nach Augenmaß; die vier Gefäße ergeben den Weston-Score.</translation>
    </message>
    <message>
        <source>RCA:</source>
        <translation>RCA:</translation>
    </message>
    <message>
        <source>Calcium of the right coronary artery, by eye; the four vessels add up to the Weston score.</source>
        <translation>Kalk der rechten Koronararterie nach Augenmaß; die vier Gefäße ergeben den Weston-Score.</translation>
    </message>
    <message>
        <source>What the grades look like</source>
        <translation>Wie die Grade aussehen</translation>
    </message>
    <message>
        <source>Show an example of each grade, drawn of a phantom.</source>
        <translation>Ein Beispiel jedes Grades zeigen, an einem Phantom gezeichnet.</translation>
    </message>
    <message>
        <source>Words and comparison</source>
        <translation>Worte und Vergleich</translation>
    </message>
    <message>
        <source>Words for the amount:</source>
        <translation>Worte für die Menge:</translation>
    </message>
    <message>
        <source>Whose words and bounds name the amount. Every page says which. Your choice is kept for the next readings.</source>
        <translation>Wessen Worte und Grenzen die Menge benennen. Jede Seite sagt es. Ihre Wahl bleibt für die nächsten Befundungen.</translation>
    </message>
    <message>
        <source>Compared with:</source>
        <translation>Verglichen mit:</translation>
    </message>
    <message>
        <source>The population of the percentile. Your choice is kept for the next readings.</source>
        <translation>Die Population der Perzentile. Ihre Wahl bleibt für die nächsten Befundungen.</translation>
    </message>
    <message>
        <source>And with:</source>
        <translation>Und mit:</translation>
    </message>
    <message>
        <source>A second population, printed beside the first.</source>
        <translation>Eine zweite Population, daneben gedruckt.</translation>
    </message>
    <message>
        <source>Own table...</source>
        <translation>Eigene Tabelle...</translation>
    </message>
    <message>
        <source>Compare with a table of your own: a CSV file with age, sex and percentiles. A faulty one is refused with its rows.</source>
        <translation>Mit einer eigenen Tabelle vergleichen: CSV mit Alter, Geschlecht und Perzentilen. Eine fehlerhafte wird mit ihren Zeilen abgelehnt.</translation>
    </message>
    <message>
        <source>Quote guidelines</source>
        <translation>Leitlinien zitieren</translation>
    </message>
    <message>
        <source>Their own sentences on such a score, with the source. SmartScore gives no advice.</source>
        <translation>Deren eigene Sätze zu einem solchen Score, mit der Quelle. SmartScore gibt keinen Rat.</translation>
    </message>
    <message>
        <source>Risk in 10 years</source>
        <translation>Risiko in 10 Jahren</translation>
    </message>
    <message>
        <source>Diabetes:</source>
        <translation>Diabetes:</translation>
    </message>
    <message>
        <source>As the person states it; an unknown one gives no risk.</source>
        <translation>Wie die Person es angibt; ist etwas unbekannt, gibt es kein Risiko.</translation>
    </message>
    <message>
        <source>Smokes now:</source>
        <translation>Raucht jetzt:</translation>
    </message>
    <message>
        <source>Cholesterol in:</source>
        <translation>Cholesterin in:</translation>
    </message>
    <message>
        <source>The unit of both values below. Your choice is kept.</source>
        <translation>Die Einheit beider Werte darunter. Ihre Wahl bleibt.</translation>
    </message>
    <message>
        <source>Total cholesterol:</source>
        <translation>Gesamtcholesterin:</translation>
    </message>
    <message>
        <source>In serum. 0 is not known.</source>
        <translation>Im Serum. 0 heißt nicht bekannt.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source> mg/dL</source>
        <translation> mg/dL</translation>
    </message>
    <message>
        <source>HDL cholesterol:</source>
        <translation>HDL-Cholesterin:</translation>
    </message>
    <message>
        <source>Lipid medication:</source>
        <translation>Lipidsenker:</translation>
    </message>
    <message>
        <source>Any medication to lower lipids; the MESA risk asks for it.</source>
        <translation>Jedes Mittel, das Lipide senkt; das MESA-Risiko fragt danach.</translation>
    </message>
    <message>
        <source>Statin:</source>
        <translation>Statin:</translation>
    </message>
    <message>
        <source>PREVENT asks for it.</source>
        <translation>PREVENT fragt danach.</translation>
    </message>
    <message>
        <source>Systolic pressure:</source>
        <translation>Systolischer Druck:</translation>
    </message>
    <message>
        <source>Blood pressure at rest. 0 is not known.</source>
        <translation>Blutdruck in Ruhe. 0 heißt nicht bekannt.</translation>
    </message>
    <message>
        <source> mmHg</source>
        <translation> mmHg</translation>
    </message>
    <message>
        <source>Pressure medication:</source>
        <translation>Blutdrucksenker:</translation>
    </message>
    <message>
        <source>Medication to lower blood pressure.</source>
        <translation>Mittel, die den Blutdruck senken.</translation>
    </message>
    <message>
        <source>Heart attack in family:</source>
        <translation>Herzinfarkt in der Familie:</translation>
    </message>
    <message>
        <source>Of a parent, brother, sister or child; the MESA risk asks for it.</source>
        <translation>Bei Eltern, Geschwistern oder Kindern; das MESA-Risiko fragt danach.</translation>
    </message>
    <message>
        <source>eGFR:</source>
        <translation>eGFR:</translation>
    </message>
    <message>
        <source>Estimated glomerular filtration rate for 1.73 m² of body surface; PREVENT asks for it. 0 is not known.</source>
        <translation>Geschätzte glomeruläre Filtrationsrate für 1,73 m² Körperoberfläche; PREVENT fragt danach. 0 heißt nicht bekannt.</translation>
    </message>
    <message>
        <source> mL/min</source>
        <translation> mL/min</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Preset:</source>
        <translation>Vorlage:</translation>
    </message>
    <message>
        <source>A published set of rules. It sets the threshold and the values below.</source>
        <translation>Veröffentlichte Regeln. Sie setzen die Schwelle und die Werte darunter.</translation>
    </message>
    <message>
        <source>Minimum area:</source>
        <translation>Mindestfläche:</translation>
    </message>
    <message>
        <source>A connected area of one slice that is smaller is left out as noise.</source>
        <translation>Eine zusammenhängende Fläche einer Schicht, die kleiner ist, gilt als Rauschen.</translation>
    </message>
    <message>
        <source> mm²</source>
        <translation> mm²</translation>
    </message>
    <message>
        <source>Plain adds up voxels; isotropic interpolates between slices first.</source>
        <translation>Einfach: Summe der Voxel; isotrop: erst zwischen den Schichten interpoliert.</translation>
    </message>
    <message>
        <source>Mass factor:</source>
        <translation>Massefaktor:</translation>
    </message>
    <message>
        <source>Milligrams of calcium hydroxyapatite per mm³ and HU, from the calibration of your scanner. Without it there is no mass.</source>
        <translation>Milligramm Hydroxylapatit je mm³ und HU, aus der Kalibrierung Ihres Geräts. Ohne ihn gibt es keine Masse.</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>nicht kalibriert</translation>
    </message>
    <message>
        <source>Measure or look up</source>
        <translation>Ermitteln</translation>
    </message>
    <message>
        <source>Take the mass factor out of the images, from a calibration phantom in them, or from what is stored for this scanner.</source>
        <translation>Den Massefaktor aus den Bildern nehmen, von einem Kalibrierphantom darin, oder aus dem, was für dieses Gerät hinterlegt ist.</translation>
    </message>
    <message>
        <source>Rules from a file...</source>
        <translation>Regeln aus einer Datei...</translation>
    </message>
    <message>
        <source>Your own rules, as a JSON file; smartscore score --protocol takes the same.</source>
        <translation>Eigene Regeln als JSON-Datei; smartscore score --protocol nimmt dieselben.</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Tabelle kopieren</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Reader:</source>
        <translation>Befunder:</translation>
    </message>
    <message>
        <source>Who read the images; printed on the report.</source>
        <translation>Wer die Bilder befundet hat; steht auf dem Bericht.</translation>
    </message>
    <message>
        <source>Comment:</source>
        <translation>Kommentar:</translation>
    </message>
    <message>
        <source>Printed on the physician&apos;s page.</source>
        <translation>Steht auf der Seite für Ärzte.</translation>
    </message>
    <message>
        <source>Indication:</source>
        <translation>Indikation:</translation>
    </message>
    <message>
        <source>Why the scan was made; printed on the physician&apos;s page.</source>
        <translation>Warum untersucht wurde; steht auf der Seite für Ärzte.</translation>
    </message>
    <message>
        <source>Image quality:</source>
        <translation>Bildqualität:</translation>
    </message>
    <message>
        <source>For example motion, noise or metal; printed on the physician&apos;s page.</source>
        <translation>Etwa Bewegung, Rauschen oder Metall; steht auf der Seite für Ärzte.</translation>
    </message>
    <message>
        <source>Comparison:</source>
        <translation>Vergleich:</translation>
    </message>
    <message>
        <source>Earlier examinations that were looked at; printed on the physician&apos;s page.</source>
        <translation>Frühere Untersuchungen, die angesehen wurden; steht auf der Seite für Ärzte.</translation>
    </message>
    <message>
        <source>Beside the heart:</source>
        <translation>Neben dem Herzen:</translation>
    </message>
    <message>
        <source>Findings outside of the heart; printed on the physician&apos;s page.</source>
        <translation>Befunde außerhalb des Herzens; steht auf der Seite für Ärzte.</translation>
    </message>
    <message>
        <source>Impression:</source>
        <translation>Beurteilung:</translation>
    </message>
    <message>
        <source>The conclusion; if nothing is typed, a sentence made of the numbers is printed, and says so.</source>
        <translation>Das Fazit; ist nichts eingegeben, wird ein Satz aus den Zahlen gedruckt, und das steht dabei.</translation>
    </message>
    <message>
        <source>Status:</source>
        <translation>Status:</translation>
    </message>
    <message>
        <source>A draft is marked on every page. A final reading is changed only by a new version.</source>
        <translation>Ein Entwurf ist auf jeder Seite gekennzeichnet. Eine endgültige Befundung wird nur durch eine neue Version geändert.</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Sprache:</translation>
    </message>
    <message>
        <source>Language of the pages.</source>
        <translation>Sprache der Seiten.</translation>
    </message>
    <message>
        <source>Copy report text</source>
        <translation>Berichtstext kopieren</translation>
    </message>
    <message>
        <source>Add this view</source>
        <translation>Ansicht dazu</translation>
    </message>
    <message>
        <source>All with lesions</source>
        <translation>Alle mit Läsion</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>The pages and screen saves as they will be saved</source>
        <translation>Die Seiten und Bildschirmfotos, wie sie gespeichert werden</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show this picture in its full size.</source>
        <translation>Dieses Bild in voller Größe zeigen.</translation>
    </message>
    <message>
        <source>Save to DICOM</source>
        <translation>In DICOM speichern</translation>
    </message>
    <message>
        <source>Physician pages</source>
        <translation>Arztseiten</translation>
    </message>
    <message>
        <source>512 x 512 pages as DICOM Secondary Capture.</source>
        <translation>Seiten von 512 x 512 als DICOM Secondary Capture.</translation>
    </message>
    <message>
        <source>Patient pages</source>
        <translation>Patientenseiten</translation>
    </message>
    <message>
        <source>1024 x 1024 pages in plain language.</source>
        <translation>Seiten von 1024 x 1024 in einfacher Sprache.</translation>
    </message>
    <message>
        <source>Physician PDF</source>
        <translation>Arzt-PDF</translation>
    </message>
    <message>
        <source>The Physician report as a PDF document: A4, for print; its text can be searched.</source>
        <translation>Der Bericht für Ärzte als PDF: A4, zum Drucken; sein Text ist durchsuchbar.</translation>
    </message>
    <message>
        <source>Patient PDF</source>
        <translation>Patienten-PDF</translation>
    </message>
    <message>
        <source>The Patient report as a PDF document: A4, for print; its text can be searched.</source>
        <translation>Der Bericht für Patienten als PDF: A4, zum Drucken; sein Text ist durchsuchbar.</translation>
    </message>
    <message>
        <source>Screen saves</source>
        <translation>Bildschirmfotos</translation>
    </message>
    <message>
        <source>The pictures chosen under Report; all slices with lesions if none was chosen.</source>
        <translation>Die unter Bericht gewählten Bilder; alle Schichten mit Läsionen, wenn keine gewählt sind.</translation>
    </message>
    <message>
        <source>Reduced CT</source>
        <translation>Reduziertes CT</translation>
    </message>
    <message>
        <source>A copy of some slices of the CT as a series of its own.</source>
        <translation>Eine Kopie einiger Schichten des CT als eigene Serie.</translation>
    </message>
    <message>
        <source>Marks and numbers as data (DICOM Segmentation and Structured Report): the reading can be opened again here, and read by other programs.</source>
        <translation>Markierungen und Zahlen als Daten (DICOM Segmentation und Structured Report): Die Befundung kann hier wieder geöffnet und von anderen Programmen gelesen werden.</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Umrisse</translation>
    </message>
    <message>
        <source>The lesions&apos; outlines as a presentation state: a PACS shows them over the original images.</source>
        <translation>Die Umrisse der Läsionen als Presentation State: Ein PACS zeigt sie über den Originalbildern.</translation>
    </message>
    <message>
        <source>Slices with lesions</source>
        <translation>Schichten mit Läsionen</translation>
    </message>
    <message>
        <source>Take all slices with lesions and a margin. Otherwise the range that you type.</source>
        <translation>Alle Schichten mit Läsionen und einen Rand nehmen, sonst den eingegebenen Bereich.</translation>
    </message>
    <message>
        <source>or from slice</source>
        <translation>oder von Schicht</translation>
    </message>
    <message>
        <source>First slice of the reduced CT; slice 1 is the most inferior.</source>
        <translation>Erste Schicht des reduzierten CT; Schicht 1 ist die unterste.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Last slice of the reduced CT.</source>
        <translation>Letzte Schicht des reduzierten CT.</translation>
    </message>
    <message>
        <source>Double-click shows the series in the DICOM browser.</source>
        <translation>Doppelklick zeigt die Serie im DICOM-Browser.</translation>
    </message>
    <message>
        <source>Show in DICOM browser</source>
        <translation>Im DICOM-Browser zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop. Nothing stays in the database.</source>
        <translation>Anhalten. Nichts bleibt in der Datenbank.</translation>
    </message>
    <message>
        <source>PDF...</source>
        <translation>PDF...</translation>
    </message>
    <message>
        <source>CSV...</source>
        <translation>CSV...</translation>
    </message>
    <message>
        <source>Next (U)</source>
        <translation>Weiter (U)</translation>
    </message>
    <message>
        <source>SmartScore</source>
        <translation>SmartScore</translation>
    </message>
    <message>
        <source>Percentiles: Multi-Ethnic Study of Atherosclerosis (MESA).</source>
        <translation>Perzentilen: Multi-Ethnic Study of Atherosclerosis (MESA).</translation>
    </message>
    <message>
        <source>Coronary calcium scoring on non-contrast cardiac CT. Choose a series, click each lesion, read the scores, save the reports to DICOM: see the &lt;a href=&quot;{link}&quot;&gt;tutorial&lt;/a&gt;. Version {version}. Research use; not a medical device; not affiliated with GE HealthCare.</source>
        <translation>Koronarkalk-Scoring auf nativem Herz-CT. Serie wählen, jede Läsion anklicken, Scores lesen, Berichte in DICOM speichern: siehe &lt;a href=&quot;{link}&quot;&gt;Anleitung&lt;/a&gt;. Version {version}. Für Forschung; kein Medizinprodukt; nicht mit GE HealthCare verbunden.</translation>
    </message>
</context>
<context>
    <name>choosing.reading_menu</name>
    <message>
        <source>Readings of this volume that are open, and new ones: without marks, or with those of another reader, a network, a file as their start.</source>
        <translation>Befundungen dieses Volumens, die offen sind, und neue: ohne Markierungen oder mit denen eines anderen Befunders, eines Netzes, einer Datei als Anfang.</translation>
    </message>
    <message>
        <source>New reading without marks</source>
        <translation>Neue Befundung ohne Markierungen</translation>
    </message>
    <message>
        <source>New reading that begins with a file...</source>
        <translation>Neue Befundung, die mit einer Datei beginnt...</translation>
    </message>
    <message>
        <source>Marks to begin with</source>
        <translation>Markierungen für den Anfang</translation>
    </message>
    <message>
        <source>Reading: {name}</source>
        <translation>Befundung: {name}</translation>
    </message>
    <message>
        <source>New reading that begins with {name}</source>
        <translation>Neue Befundung, die mit {name} beginnt</translation>
    </message>
</context>
<context>
    <name>choosing.section</name>
    <message>
        <source>Series</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>Open one in Slicer&apos;s DICOM module.</source>
        <translation>Öffnen Sie eine in Slicers DICOM-Modul.</translation>
    </message>
    <message>
        <source>Import DICOM folder</source>
        <translation>DICOM-Ordner importieren</translation>
    </message>
    <message>
        <source>Series: {which}</source>
        <translation>Serie: {which}</translation>
    </message>
    <message>
        <source>The series has changed since it was listed. Press Refresh.</source>
        <translation>Die Serie hat sich geändert, seit sie aufgelistet wurde. Drücken Sie Neu laden.</translation>
    </message>
    <message>
        <source>There is no other series without a reading in this list.</source>
        <translation>In dieser Liste gibt es keine andere Serie ohne Befundung.</translation>
    </message>
    <message>
        <source>A newer version of this reading was saved.</source>
        <translation>Eine neuere Version dieser Befundung wurde gespeichert.</translation>
    </message>
    <message>
        <source>{imported} series were imported, {usable} of them can be scored. Choose one above.</source>
        <translation>{imported} Serien wurden importiert, {usable} davon können ausgewertet werden. Wählen Sie oben eine.</translation>
    </message>
    <message>
        <source>This series is open already: its reading is shown.</source>
        <translation>Diese Serie ist schon offen: Ihre Befundung wird gezeigt.</translation>
    </message>
    <message>
        <source>The reading of {patient} is not saved: it stays open, under Volume.</source>
        <translation>Die Befundung von {patient} ist nicht gespeichert: Sie bleibt offen, unter Volumen.</translation>
    </message>
</context>
<context>
    <name>choosing.series_list</name>
    <message>
        <source>The DICOM database holds no CT series. Import a folder, or load the phantom.</source>
        <translation>Die DICOM-Datenbank enthält keine CT-Serie. Importieren Sie einen Ordner, oder laden Sie das Phantom.</translation>
    </message>
    <message>
        <source>Select a series first.</source>
        <translation>Wählen Sie erst eine Serie.</translation>
    </message>
    <message>
        <source>Open reading</source>
        <translation>Befundung öffnen</translation>
    </message>
    <message>
        <source>Load series</source>
        <translation>Serie laden</translation>
    </message>
    <message>
        <source>Open the selected reading as it was saved.</source>
        <translation>Die gewählte Befundung öffnen, wie sie gespeichert wurde.</translation>
    </message>
    <message>
        <source>Read the selected series and show it.</source>
        <translation>Die gewählte Serie lesen und zeigen.</translation>
    </message>
    <message>
        <source>Look through the DICOM database again.</source>
        <translation>Die DICOM-Datenbank noch einmal durchsehen.</translation>
    </message>
    <message>
        <source>No DICOM database is open.</source>
        <translation>Keine DICOM-Datenbank ist offen.</translation>
    </message>
    <message>
        <source>Open the DICOM database in {folder}, or create it there.</source>
        <translation>Die DICOM-Datenbank in {folder} öffnen oder dort anlegen.</translation>
    </message>
    <message>
        <source>the folder that Slicer is set to use</source>
        <translation>dem Ordner, den Slicer eingestellt hat</translation>
    </message>
</context>
<context>
    <name>choosing.series_table</name>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Befundung</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>Version {number}</translation>
    </message>
    <message>
        <source>This reading cannot be opened:</source>
        <translation>Diese Befundung kann nicht geöffnet werden:</translation>
    </message>
    <message>
        <source>This series cannot be scored:</source>
        <translation>Diese Serie kann nicht ausgewertet werden:</translation>
    </message>
</context>
<context>
    <name>choosing.slicer_database</name>
    <message>
        <source>This Slicer was started without its DICOM module.</source>
        <translation>Dieses Slicer wurde ohne sein DICOM-Modul gestartet.</translation>
    </message>
    <message>
        <source>This CT is not in the open DICOM database {folder}. Open the database that it came from.</source>
        <translation>Dieses CT ist nicht in der offenen DICOM-Datenbank {folder}. Öffnen Sie die, aus der es kam.</translation>
    </message>
    <message>
        <source>The folder {folder} holds other files. Choose a new or empty folder, or an existing database.</source>
        <translation>Der Ordner {folder} enthält andere Dateien. Wählen Sie einen neuen oder leeren Ordner oder eine Datenbank.</translation>
    </message>
    <message>
        <source>The database in {folder} cannot be opened.</source>
        <translation>Die Datenbank in {folder} kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The database in {folder} has version {version}. Let Slicer&apos;s DICOM module update it.</source>
        <translation>Die Datenbank in {folder} hat Version {version}. Lassen Sie Slicers DICOM-Modul sie erneuern.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Der Ordner {folder} kann nicht angelegt werden: {reason}.</translation>
    </message>
</context>
<context>
    <name>desktop.current</name>
    <message>
        <source>Load a series or choose a volume first.</source>
        <translation>Laden Sie erst eine Serie, oder wählen Sie ein Volumen.</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}: {done} von {total}</translation>
    </message>
</context>
<context>
    <name>desktop.dicom_plugin</name>
    <message>
        <source>SmartScore reading</source>
        <translation>SmartScore-Befundung</translation>
    </message>
    <message>
        <source>Open series, marks, rules and texts of this reading in SmartScore.</source>
        <translation>Serie, Markierungen, Regeln und Texte dieser Befundung in SmartScore öffnen.</translation>
    </message>
    <message>
        <source>A newer version of this reading was saved.</source>
        <translation>Eine neuere Version dieser Befundung wurde gespeichert.</translation>
    </message>
    <message>
        <source>SmartScore reading {details}</source>
        <translation>SmartScore-Befundung {details}</translation>
    </message>
    <message>
        <source>{file} is no longer in the DICOM database.</source>
        <translation>{file} ist nicht mehr in der DICOM-Datenbank.</translation>
    </message>
</context>
<context>
    <name>desktop.keys</name>
    <message>
        <source>next lesion; next candidate, the largest first, while candidates are outlined</source>
        <translation>nächste Läsion; nächster Kandidat, der größte zuerst, solange Kandidaten umrandet sind</translation>
    </message>
    <message>
        <source>previous lesion or candidate</source>
        <translation>vorige Läsion oder voriger Kandidat</translation>
    </message>
    <message>
        <source>next slice with calcium</source>
        <translation>nächste Schicht mit Kalk</translation>
    </message>
    <message>
        <source>previous slice with calcium</source>
        <translation>vorige Schicht mit Kalk</translation>
    </message>
    <message>
        <source>take the last edit back</source>
        <translation>die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>do again what was taken back</source>
        <translation>wiederholen, was zurückgenommen wurde</translation>
    </message>
    <message>
        <source>clicks take this slice only, or the whole lesion</source>
        <translation>Klicks nehmen nur diese Schicht oder die ganze Läsion</translation>
    </message>
    <message>
        <source>outline what may be calcium, or hide it</source>
        <translation>umranden, was Kalk sein kann, oder verbergen</translation>
    </message>
    <message>
        <source>look for likely calcium, or stop looking</source>
        <translation>wahrscheinlichen Kalk suchen, oder die Suche anhalten</translation>
    </message>
    <message>
        <source>calcium window</source>
        <translation>Kalkfenster</translation>
    </message>
    <message>
        <source>color the lesions in 3D by density, or by territory</source>
        <translation>die Läsionen in 3D nach Dichte einfärben oder nach Territorium</translation>
    </message>
    <message>
        <source>next series that nobody has read</source>
        <translation>nächste Serie, die niemand gelesen hat</translation>
    </message>
    <message>
        <source>the other date, while an earlier scan is open</source>
        <translation>das andere Datum, solange eine frühere Aufnahme offen ist</translation>
    </message>
    <message>
        <source>give the lesion the territory that it had on the earlier scan, as the top line offers</source>
        <translation>der Läsion das Territorium geben, das sie auf der früheren Aufnahme hatte, wie die oberste Zeile es anbietet</translation>
    </message>
    <message>
        <source>save what is chosen to DICOM</source>
        <translation>Gewähltes in DICOM speichern</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>diese Seite</translation>
    </message>
    <message>
        <source>remove the lesion</source>
        <translation>die Läsion entfernen</translation>
    </message>
    <message>
        <source>give the lesion to another territory</source>
        <translation>die Läsion einem anderen Territorium geben</translation>
    </message>
    <message>
        <source>accept the proposal, and go on to the next that is open</source>
        <translation>den Vorschlag annehmen und zum nächsten offenen gehen</translation>
    </message>
    <message>
        <source>accept it for the territory of that digit</source>
        <translation>ihn für das Territorium dieser Ziffer annehmen</translation>
    </message>
    <message>
        <source>reject it</source>
        <translation>ihn ablehnen</translation>
    </message>
    <message>
        <source>go on without a decision</source>
        <translation>ohne Entscheidung weitergehen</translation>
    </message>
    <message>
        <source>accept all open proposals of this vessel</source>
        <translation>alle offenen Vorschläge dieses Gefäßes annehmen</translation>
    </message>
    <message>
        <source>Marking: press a key, then click calcium in a slice view</source>
        <translation>Markieren: Taste drücken, dann Kalk in einer Schichtansicht anklicken</translation>
    </message>
    <message>
        <source>Anywhere in the module</source>
        <translation>Überall im Modul</translation>
    </message>
    <message>
        <source>In the list of lesions, once a line was clicked or N was pressed</source>
        <translation>In der Läsionsliste, nach einem Klick auf eine Zeile oder nach N</translation>
    </message>
    <message>
        <source>In the list of proposals, once they were found or a line was clicked</source>
        <translation>In der Liste der Vorschläge, sobald sie gefunden sind oder nach einem Klick auf eine Zeile</translation>
    </message>
    <message>
        <source>With the mouse in a view</source>
        <translation>Mit der Maus in einer Ansicht</translation>
    </message>
    <message>
        <source>Click in a slab or in 3D</source>
        <translation>Klick in einer dicken Schicht oder in 3D</translation>
    </message>
    <message>
        <source>jump to the brightest calcium on the line of sight, and take it</source>
        <translation>zum hellsten Kalk in der Blickrichtung springen und ihn nehmen</translation>
    </message>
    <message>
        <source>Keys of SmartScore</source>
        <translation>Tasten von SmartScore</translation>
    </message>
    <message>
        <source>mark {name}</source>
        <translation>{name} markieren</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>take the calcium under the pointer; its outline shows how much</source>
        <translation>den Kalk unter dem Zeiger nehmen; sein Umriss zeigt, wie viel</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>take marks out</source>
        <translation>Markierungen entfernen</translation>
    </message>
    <message>
        <source>Key of a territory</source>
        <translation>Taste eines Gebiets</translation>
    </message>
    <message>
        <source>take what is outlined under the pointer into it, if it is not marked yet</source>
        <translation>nehmen, was unter dem Zeiger umrandet ist, wenn es noch nicht markiert ist</translation>
    </message>
</context>
<context>
    <name>desktop.parameter_node</name>
    <message>
        <source>not asked, or another</source>
        <translation>nicht gefragt, oder eine andere</translation>
    </message>
    <message>
        <source>White</source>
        <translation>weiß</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinesisch</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>Hispanic</source>
        <translation>hispanisch</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Mann</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Frau</translation>
    </message>
    <message>
        <source>plain: sum of voxels</source>
        <translation>einfach: Summe der Voxel</translation>
    </message>
    <message>
        <source>isotropic: interpolated</source>
        <translation>isotrop: interpoliert</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>right: PDA with RCA</source>
        <translation>rechts: PDA zur RCA</translation>
    </message>
    <message>
        <source>left: PDA with LCX</source>
        <translation>links: PDA zur LCX</translation>
    </message>
    <message>
        <source>as the images say</source>
        <translation>wie die Bilder sagen</translation>
    </message>
    <message>
        <source>coronary calcium, gated</source>
        <translation>Koronarkalk, getriggert</translation>
    </message>
    <message>
        <source>aortic valve</source>
        <translation>Aortenklappe</translation>
    </message>
    <message>
        <source>chest CT, not gated</source>
        <translation>Thorax-CT, nicht getriggert</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>nicht eingestuft</translation>
    </message>
    <message>
        <source>0, none</source>
        <translation>0, keiner</translation>
    </message>
    <message>
        <source>1, mild</source>
        <translation>1, gering</translation>
    </message>
    <message>
        <source>2, moderate</source>
        <translation>2, mäßig</translation>
    </message>
    <message>
        <source>3, severe</source>
        <translation>3, schwer</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
</context>
<context>
    <name>desktop.remark_text</name>
    <message>
        <source> in {file} and all {count} others</source>
        <translation> in {file} und allen {count} anderen</translation>
    </message>
    <message>
        <source> in {file} and {count} more</source>
        <translation> in {file} und {count} weiteren</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>Geschlecht</translation>
    </message>
    <message>
        <source>ethnicity</source>
        <translation>Ethnie</translation>
    </message>
    <message>
        <source>diabetes</source>
        <translation>Diabetes</translation>
    </message>
    <message>
        <source>smoking</source>
        <translation>Rauchen</translation>
    </message>
    <message>
        <source>total cholesterol</source>
        <translation>Gesamtcholesterin</translation>
    </message>
    <message>
        <source>HDL cholesterol</source>
        <translation>HDL-Cholesterin</translation>
    </message>
    <message>
        <source>lipid medication</source>
        <translation>Lipidsenker</translation>
    </message>
    <message>
        <source>systolic blood pressure</source>
        <translation>systolischer Blutdruck</translation>
    </message>
    <message>
        <source>blood pressure medication</source>
        <translation>Blutdruckmedikament</translation>
    </message>
    <message>
        <source>family history of heart attack</source>
        <translation>Herzinfarkt in der Familie</translation>
    </message>
    <message>
        <source>statin</source>
        <translation>Statin</translation>
    </message>
    <message>
        <source>eGFR</source>
        <translation>eGFR</translation>
    </message>
    <message>
        <source>comparison group</source>
        <translation>Vergleichsgruppe</translation>
    </message>
    <message>
        <source> in {file}</source>
        <translation> in {file}</translation>
    </message>
</context>
<context>
    <name>desktop.settings</name>
    <message>
        <source>Choose at least one thing to save.</source>
        <translation>Wählen Sie mindestens eines zum Speichern.</translation>
    </message>
    <message>
        <source>You have looked, and there is none: a score of 0. Without this, no marks are not read.</source>
        <translation>Sie haben nachgesehen, und es ist keiner da: ein Score von 0. Ohne dies heißt nichts markiert: nicht befundet.</translation>
    </message>
    <message>
        <source>Load a series or choose a volume first.</source>
        <translation>Laden Sie erst eine Serie, oder wählen Sie ein Volumen.</translation>
    </message>
    <message>
        <source>Take all slices with lesions and a margin.</source>
        <translation>Alle Schichten mit Läsionen und einen Rand nehmen.</translation>
    </message>
    <message>
        <source>Choose the reduced CT first.</source>
        <translation>Wählen Sie erst das reduzierte CT.</translation>
    </message>
    <message>
        <source>Slice 1 is the most inferior.</source>
        <translation>Schicht 1 ist die unterste.</translation>
    </message>
    <message>
        <source>To type a range, choose the reduced CT without “Slices with lesions”.</source>
        <translation>Für einen eigenen Bereich wählen Sie das reduzierte CT ohne „Schichten mit Läsionen“.</translation>
    </message>
</context>
<context>
    <name>desktop.startup</name>
    <message>
        <source>SmartScore</source>
        <translation>SmartScore</translation>
    </message>
</context>
<context>
    <name>desktop.texts</name>
    <message>
        <source>This volume can be scored.</source>
        <translation>Dieses Volumen kann ausgewertet werden.</translation>
    </message>
    <message>
        <source>The volume or its marks were deleted.</source>
        <translation>Das Volumen oder seine Markierungen wurden gelöscht.</translation>
    </message>
    <message>
        <source>Open a DICOM database first.</source>
        <translation>Öffnen Sie erst eine DICOM-Datenbank.</translation>
    </message>
    <message>
        <source>Load a series from the list below, or import a DICOM folder. To try it out, load the phantom.</source>
        <translation>Laden Sie eine Serie aus der Liste unten, oder importieren Sie einen DICOM-Ordner. Zum Ausprobieren laden Sie das Phantom.</translation>
    </message>
    <message>
        <source>No slice was chosen: all slices with lesions are taken.</source>
        <translation>Keine Schicht wurde gewählt: Alle mit Läsionen werden genommen.</translation>
    </message>
    <message>
        <source>no coronary calcium</source>
        <translation>kein Koronarkalk</translation>
    </message>
    <message>
        <source>minimal</source>
        <translation>minimal</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>mäßig</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>extensive</source>
        <translation>ausgedehnt</translation>
    </message>
    <message>
        <source>age not in DICOM</source>
        <translation>Alter nicht in DICOM</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>Saving writes version {next}; version {number} stays.</source>
        <translation>Speichern schreibt Version {next}; Version {number} bleibt.</translation>
    </message>
    <message>
        <source>Click each lesion of {territory} in a slice view; Shift+click takes it out.</source>
        <translation>Klicken Sie in einer Schichtansicht jede Läsion von {territory} an; Umschalt+Klick nimmt sie heraus.</translation>
    </message>
    <message>
        <source>Mark a lesion first.</source>
        <translation>Markieren Sie erst eine Läsion.</translation>
    </message>
    <message>
        <source>Take the last edit back. Key Z.</source>
        <translation>Die letzte Änderung zurücknehmen. Taste Z.</translation>
    </message>
    <message>
        <source>Do again what was taken back. Key Y.</source>
        <translation>Wiederholen, was zurückgenommen wurde. Taste Y.</translation>
    </message>
    <message>
        <source>Outline what may be calcium near the heart and is not marked; N steps through it, the largest first.</source>
        <translation>Umranden, was nahe dem Herzen Kalk sein kann und nicht markiert ist; N geht sie durch, den größten zuerst.</translation>
    </message>
    <message>
        <source>Copy the table, for a spreadsheet or a text.</source>
        <translation>Die Tabelle kopieren, für eine Tabellenkalkulation oder einen Text.</translation>
    </message>
    <message>
        <source>Save the scores with rules and warnings as CSV.</source>
        <translation>Die Scores mit Regeln und Warnungen als CSV speichern.</translation>
    </message>
    <message>
        <source>Save both reports as one PDF document: A4, for print; its text can be searched.</source>
        <translation>Beide Berichte als ein PDF speichern: A4, zum Drucken; der Text ist durchsuchbar.</translation>
    </message>
    <message>
        <source>Copy findings and impression as sentences, for a dictation or a letter.</source>
        <translation>Befund und Beurteilung als Sätze kopieren, für ein Diktat oder einen Brief.</translation>
    </message>
    <message>
        <source>Add the slice in the large view, drawn with its scores.</source>
        <translation>Die Schicht der großen Ansicht dazunehmen, mit ihren Scores gezeichnet.</translation>
    </message>
    <message>
        <source>Add every slice that holds a lesion.</source>
        <translation>Jede Schicht mit einer Läsion dazunehmen.</translation>
    </message>
    <message>
        <source>Choose no slices: all slices with lesions are taken.</source>
        <translation>Keine Schichten wählen: Alle mit Läsionen werden genommen.</translation>
    </message>
    <message>
        <source>Load the next series without a reading; what is saved is closed.</source>
        <translation>Die nächste Serie ohne Befundung laden; was gespeichert ist, wird geschlossen.</translation>
    </message>
    <message>
        <source>Put a thorax with known calcium into the DICOM database and load it.</source>
        <translation>Einen Thorax mit bekanntem Kalk in die DICOM-Datenbank legen und laden.</translation>
    </message>
    <message>
        <source>CAC-DRS {category}: {details}</source>
        <translation>CAC-DRS {category}: {details}</translation>
    </message>
    <message>
        <source>{grade}, {vessels} of 4 vessels</source>
        <translation>{grade}, {vessels} von 4 Gefäßen</translation>
    </message>
    <message>
        <source>{grade} ({classification})</source>
        <translation>{grade} ({classification})</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Mann</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Frau</translation>
    </message>
    <message>
        <source>Sex not in DICOM</source>
        <translation>Geschlecht nicht in DICOM</translation>
    </message>
    <message>
        <source>{sex}, {years}</source>
        <translation>{sex}, {years}</translation>
    </message>
    <message>
        <source>{percentile} of 100 ({nonzero} of 100 in this group of {population} have calcium)</source>
        <translation>{percentile} von 100 ({nonzero} von 100 in dieser Gruppe von {population} haben Kalk)</translation>
    </message>
    <message>
        <source>{age:.0f} years</source>
        <translation>{age:.0f} Jahre</translation>
    </message>
    <message>
        <source>{name}. {source}. Weights 1 to 4 from {weights} HU, for {kvp:g} kVp.</source>
        <translation>{name}. {source}. Gewichte 1 bis 4 ab {weights} HU, für {kvp:g} kVp.</translation>
    </message>
    <message>
        <source>{rules} Mass factor: {source}.</source>
        <translation>{rules} Massefaktor: {source}.</translation>
    </message>
    <message>
        <source>DICOM says &quot;{group}&quot; (Ethnic Group); please confirm.</source>
        <translation>DICOM nennt „{group}“ (Ethnic Group); bitte bestätigen.</translation>
    </message>
    <message>
        <source>This volume can be scored, but not saved to DICOM. {reason}</source>
        <translation>Dieses Volumen kann ausgewertet, aber nicht in DICOM gespeichert werden. {reason}</translation>
    </message>
    <message>
        <source>Version {number} is final and stays as it is. What you change is saved as version {next}.</source>
        <translation>Version {number} ist endgültig und bleibt, wie sie ist. Was Sie ändern, wird als Version {next} gespeichert.</translation>
    </message>
    <message>
        <source>Press a territory (or its key, {first} to {last}), then click each lesion in a slice view.</source>
        <translation>Drücken Sie ein Territorium (oder seine Taste, {first} bis {last}), dann klicken Sie jede Läsion in einer Schichtansicht an.</translation>
    </message>
    <message>
        <source>{grade}, number of vessels not available</source>
        <translation>{grade}, Zahl der Gefäße nicht verfügbar</translation>
    </message>
    <message>
        <source>{value} (typed)</source>
        <translation>{value} (eingegeben)</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} Jahre</translation>
    </message>
    <message>
        <source>{population}: {reason}</source>
        <translation>{population}: {reason}</translation>
    </message>
    <message>
        <source>{percentile} of 100 ({population})</source>
        <translation>{percentile} von 100 ({population})</translation>
    </message>
</context>
<context>
    <name>followup.prior_choice</name>
    <message>
        <source>no score</source>
        <translation>kein Score</translation>
    </message>
    <message>
        <source>Read this scan</source>
        <translation>Diese Aufnahme befunden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Nobody has read this scan: show it to be read. The reading that is open stays open, under Volume.</source>
        <translation>Diese Aufnahme hat niemand befundet: zum Befunden anzeigen. Die offene Befundung bleibt offen, unter Volumen.</translation>
    </message>
    <message>
        <source>Open this reading, and lay its scan on the one that is shown.</source>
        <translation>Diese Befundung öffnen und ihre Aufnahme auf die gezeigte legen.</translation>
    </message>
    <message>
        <source>not read: {series}, {images} images</source>
        <translation>nicht befundet: {series}, {images} Bilder</translation>
    </message>
</context>
<context>
    <name>followup.section</name>
    <message>
        <source>Earlier scans</source>
        <translation>Frühere Aufnahmen</translation>
    </message>
    <message>
        <source>Show beside today&apos;s scan</source>
        <translation>Neben der heutigen Aufnahme zeigen</translation>
    </message>
    <message>
        <source>Take the earlier territories</source>
        <translation>Die früheren Territorien übernehmen</translation>
    </message>
    <message>
        <source>The earlier scan is being opened and aligned.</source>
        <translation>Die frühere Aufnahme wird geöffnet und ausgerichtet.</translation>
    </message>
    <message>
        <source>I state that they are one person</source>
        <translation>Ich versichere: es ist eine Person</translation>
    </message>
    <message>
        <source>An earlier scan that lies well on this one is needed.</source>
        <translation>Es braucht eine frühere Aufnahme, die sich mit dieser gut deckt.</translation>
    </message>
    <message>
        <source>Each lesion gets the territory that it had then; one step of undo each.</source>
        <translation>Jede Läsion bekommt das Territorium von damals; jede ein eigener Schritt zum Zurücknehmen.</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>Läsion</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territorium</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Flip dates ({key})</source>
        <translation>Daten wechseln ({key})</translation>
    </message>
</context>
<context>
    <name>followup.shift</name>
    <message>
        <source>Move by mm:</source>
        <translation>Verschieben um mm:</translation>
    </message>
    <message>
        <source>To the left of the patient; negative values to the right. The scores do not change.</source>
        <translation>Nach links vom Patienten; negative Werte nach rechts. Die Scores ändern sich nicht.</translation>
    </message>
    <message>
        <source>To the back of the patient; negative values to the front. The scores do not change.</source>
        <translation>Nach hinten; negative Werte nach vorn. Die Scores ändern sich nicht.</translation>
    </message>
    <message>
        <source>To the head of the patient; negative values to the feet. The scores do not change.</source>
        <translation>Zum Kopf hin; negative Werte zu den Füßen. Die Scores ändern sich nicht.</translation>
    </message>
</context>
<context>
    <name>followup.territories</name>
    <message>
        <source>{territory} on {date}: {key} gives it to {territory}.</source>
        <translation>{territory} am {date}: {key} gibt sie {territory}.</translation>
    </message>
    <message>
        <source>First choose a lesion that had another territory on the earlier scan.</source>
        <translation>Zuerst eine Läsion wählen, die auf der früheren Aufnahme ein anderes Territorium hatte.</translation>
    </message>
    <message>
        <source>Taken from the earlier scan: {moves}. Z takes each back.</source>
        <translation>Von der früheren Aufnahme übernommen: {moves}. Z nimmt jedes zurück.</translation>
    </message>
    <message>
        <source>No lesion had another territory on the earlier scan.</source>
        <translation>Keine Läsion hatte auf der früheren Aufnahme ein anderes Territorium.</translation>
    </message>
    <message>
        <source>Not marked on {date}.</source>
        <translation>Am {date} nicht markiert.</translation>
    </message>
    <message>
        <source>Marked on {date}, of no known vessel.</source>
        <translation>Am {date} markiert, ohne bekanntes Gefäß.</translation>
    </message>
    <message>
        <source>{territory} on {date} too.</source>
        <translation>{territory} auch am {date}.</translation>
    </message>
    <message>
        <source>{territory} on {date}: {key} marks it so.</source>
        <translation>{territory} am {date}: {key} markiert es so.</translation>
    </message>
    <message>
        <source>{territory}, as on the earlier scan. Z takes that back.</source>
        <translation>{territory}, wie auf der früheren Aufnahme. Z nimmt das zurück.</translation>
    </message>
</context>
<context>
    <name>followup.texts</name>
    <message>
        <source>Agatston {before} to {after}: more than the error of measurement.</source>
        <translation>Agatston {before} auf {after}: mehr als der Messfehler.</translation>
    </message>
    <message>
        <source>Agatston {before} to {after}: within the error of measurement.</source>
        <translation>Agatston {before} auf {after}: innerhalb des Messfehlers.</translation>
    </message>
    <message>
        <source>Agatston {before} to {after}: whether this is a real change is unclear.</source>
        <translation>Agatston {before} auf {after}: unklar, ob sich wirklich etwas geändert hat.</translation>
    </message>
    <message>
        <source>The scans lie well on each other: {percent} % agreement.</source>
        <translation>Die Aufnahmen decken sich gut: {percent} % Übereinstimmung.</translation>
    </message>
    <message>
        <source>The scans lie fairly on each other: {percent} % agreement.</source>
        <translation>Die Aufnahmen decken sich mäßig: {percent} % Übereinstimmung.</translation>
    </message>
    <message>
        <source>The scans lie badly on each other: {percent} % agreement.</source>
        <translation>Die Aufnahmen decken sich schlecht: {percent} % Übereinstimmung.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>grown</source>
        <translation>gewachsen</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>kleiner</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>verschmolzen</translation>
    </message>
    <message>
        <source>split</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>not on the earlier scan</source>
        <translation>nicht auf der früheren Aufnahme</translation>
    </message>
    <message>
        <source>not on the later scan</source>
        <translation>nicht auf der späteren Aufnahme</translation>
    </message>
</context>
<context>
    <name>marking.answers</name>
    <message>
        <source>{territory}: {volume} mm³, peak {peak:.0f} HU, Agatston {agatston}.</source>
        <translation>{territory}: {volume} mm³, Maximum {peak:.0f} HU, Agatston {agatston}.</translation>
    </message>
    <message>
        <source>{territory}: marked, {volume} mm³, but it counts nothing. {reason}</source>
        <translation>{territory}: markiert, {volume} mm³, zählt aber nichts. {reason}</translation>
    </message>
</context>
<context>
    <name>marking.candidates</name>
    <message>
        <source>in the box {name}</source>
        <translation>im Quader {name}</translation>
    </message>
    <message>
        <source>in and on the heart of {name}</source>
        <translation>im und am Herzen von {name}</translation>
    </message>
    <message>
        <source>near the heart, as the lungs show it</source>
        <translation>nahe dem Herzen, wie die Lungen es zeigen</translation>
    </message>
    <message>
        <source>anywhere, since no lungs are seen</source>
        <translation>überall, da keine Lungen zu sehen sind</translation>
    </message>
    <message>
        <source>Candidates: {count}, {where}. N steps through them, the largest first.</source>
        <translation>Kandidaten: {count}, {where}. N geht durch sie hindurch, der größte zuerst.</translation>
    </message>
</context>
<context>
    <name>marking.section</name>
    <message>
        <source>Grown again at {threshold:.0f} HU: Agatston {before}, now {now}. Z takes that back.</source>
        <translation>Bei {threshold:.0f} HU nachgewachsen: Agatston {before}, jetzt {now}. Z nimmt das zurück.</translation>
    </message>
    <message>
        <source>Candidate {number} of {count}: {volume} mm³, peak {peak:.0f} HU. A click on it marks it.</source>
        <translation>Kandidat {number} von {count}: {volume} mm³, Maximum {peak:.0f} HU. Ein Klick darauf markiert ihn.</translation>
    </message>
    <message>
        <source>Grow again at {threshold:.0f} HU</source>
        <translation>Bei {threshold:.0f} HU nachwachsen</translation>
    </message>
    <message>
        <source>Nothing reaches the threshold and is not marked.</source>
        <translation>Nichts erreicht den Schwellenwert, ohne markiert zu sein.</translation>
    </message>
    <message>
        <source>A lesion of {territory} is selected: a digit gives it to another territory, Delete removes it.</source>
        <translation>Eine Läsion von {territory} ist gewählt: Eine Ziffer gibt sie einem anderen Territorium, Entf entfernt sie.</translation>
    </message>
    <message>
        <source>The selected lesion went from {old} to {new}. Z takes that back.</source>
        <translation>Die gewählte Läsion ging von {old} zu {new}. Z nimmt das zurück.</translation>
    </message>
    <message>
        <source>{count} stayed as marked: they would be too large for a lesion.</source>
        <translation>{count} blieben wie markiert: Sie wären zu groß für eine Läsion.</translation>
    </message>
</context>
<context>
    <name>marking.territory_buttons</name>
    <message>
        <source>{name}: click calcium in a slice view to mark it; Shift+click takes it out. Key {key}.</source>
        <translation>{name}: Kalk in einer Schichtansicht anklicken, um ihn zu markieren; Umschalt+Klick nimmt ihn heraus. Taste {key}.</translation>
    </message>
    <message>
        <source>Not part of the coronary total.</source>
        <translation>Nicht Teil der koronaren Summe.</translation>
    </message>
    <message>
        <source>Lesions: {count}.</source>
        <translation>Läsionen: {count}.</translation>
    </message>
    <message>
        <source>{territory}: {agatston}</source>
        <translation>{territory}: {agatston}</translation>
    </message>
</context>
<context>
    <name>meaning.choosing</name>
    <message>
        <source>Table of a reference population</source>
        <translation>Tabelle einer Referenzpopulation</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>age, sex, ethnicity</source>
        <translation>Alter, Geschlecht, Ethnie</translation>
    </message>
    <message>
        <source>age, sex</source>
        <translation>Alter, Geschlecht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Compared with: {population}</source>
        <translation>Verglichen mit: {population}</translation>
    </message>
</context>
<context>
    <name>meaning.risk</name>
    <message>
        <source>not available</source>
        <translation>nicht verfügbar</translation>
    </message>
    <message>
        <source>MESA, with the calcium score: {risk}</source>
        <translation>MESA, mit dem Kalkscore: {risk}</translation>
    </message>
    <message>
        <source>PREVENT, without the calcium score: ASCVD {ascvd}, all cardiovascular disease {cvd}</source>
        <translation>PREVENT, ohne den Kalkscore: ASCVD {ascvd}, alle Herz-Kreislauf-Erkrankungen {cvd}</translation>
    </message>
    <message>
        <source>PREVENT, without the calcium score: {risk}</source>
        <translation>PREVENT, ohne den Kalkscore: {risk}</translation>
    </message>
    <message>
        <source>{percent:.1f} % in 10 years</source>
        <translation>{percent:.1f} % in 10 Jahren</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>modes.calibration</name>
    <message>
        <source>Rods of a QRM-CCI in the images</source>
        <translation>Stäbe eines QRM-CCI in den Bildern</translation>
    </message>
    <message>
        <source>Stored for this scanner</source>
        <translation>Für dieses Gerät hinterlegt</translation>
    </message>
    <message>
        <source>File of stored calibrations...</source>
        <translation>Datei hinterlegter Kalibrierungen...</translation>
    </message>
    <message>
        <source>Stored calibrations</source>
        <translation>Hinterlegte Kalibrierungen</translation>
    </message>
    <message>
        <source>Of the scanner, this patient</source>
        <translation>Des Geräts, dieser Patient</translation>
    </message>
    <message>
        <source>Of the scanner, patients below 32 cm</source>
        <translation>Des Geräts, Patienten unter 32 cm</translation>
    </message>
    <message>
        <source>Of the scanner, patients of 32 to 38 cm</source>
        <translation>Des Geräts, Patienten von 32 bis 38 cm</translation>
    </message>
    <message>
        <source>Of the scanner, patients above 38 cm</source>
        <translation>Des Geräts, Patienten über 38 cm</translation>
    </message>
    <message>
        <source>Insert of {concentration:g} mg/cm³, by a click</source>
        <translation>Einsatz mit {concentration:g} mg/cm³, durch einen Klick</translation>
    </message>
    <message>
        <source>Click into the insert of {concentration:g} mg/cm³ in a slice view. Esc takes that back.</source>
        <translation>In einer Schichtansicht in den Einsatz mit {concentration:g} mg/cm³ klicken. Esc nimmt das zurück.</translation>
    </message>
    <message>
        <source>Mass factor {factor:.6g} mg/mm³/HU, {source}</source>
        <translation>Massefaktor {factor:.6g} mg/mm³/HU, {source}</translation>
    </message>
</context>
<context>
    <name>modes.section</name>
    <message>
        <source>Grade the patient, and each vessel if you want the Weston score.</source>
        <translation>Stufen Sie den Patienten ein, und jedes Gefäß, wenn Sie den Weston-Score wollen.</translation>
    </message>
    <message>
        <source>severe stenosis unlikely</source>
        <translation>hochgradige Stenose unwahrscheinlich</translation>
    </message>
    <message>
        <source>severe stenosis: not decided</source>
        <translation>hochgradige Stenose: nicht entschieden</translation>
    </message>
    <message>
        <source>severe stenosis likely</source>
        <translation>hochgradige Stenose wahrscheinlich</translation>
    </message>
    <message>
        <source>severe stenosis very likely</source>
        <translation>hochgradige Stenose sehr wahrscheinlich</translation>
    </message>
    <message>
        <source>Aortic valve {score}: {grade}. With low flow it is possible at lower scores too.</source>
        <translation>Aortenklappe {score}: {grade}. Bei geringem Fluss ist sie auch bei niedrigeren Scores möglich.</translation>
    </message>
    <message>
        <source>Visual grades</source>
        <translation>Grade nach Augenmaß</translation>
    </message>
    <message>
        <source>Aortic valve {score}. {reason}</source>
        <translation>Aortenklappe {score}. {reason}</translation>
    </message>
    <message>
        <source>CAC-DRS {category} (visual)</source>
        <translation>CAC-DRS {category} (nach Augenmaß)</translation>
    </message>
    <message>
        <source>Weston score: grade {vessels} too</source>
        <translation>Weston-Score: auch {vessels} einstufen</translation>
    </message>
    <message>
        <source>Weston score {score} of {most}</source>
        <translation>Weston-Score {score} von {most}</translation>
    </message>
</context>
<context>
    <name>proposals.section</name>
    <message>
        <source>Heart by TotalSegmentator...</source>
        <translation>Herz durch TotalSegmentator...</translation>
    </message>
    <message>
        <source>Open TotalSegmentator with this volume. Once it was applied, proposals and candidates use its heart.</source>
        <translation>TotalSegmentator mit diesem Volumen öffnen. Ist es angewendet, verwenden Vorschläge und Kandidaten sein Herz.</translation>
    </message>
    <message>
        <source>Looking for calcium</source>
        <translation>Kalk wird gesucht</translation>
    </message>
    <message>
        <source>Nothing near the heart is likely to be coronary calcium. Look for yourself before you confirm a zero.</source>
        <translation>Nahe dem Herzen erreicht nichts die Schwelle, das nicht markiert ist.</translation>
    </message>
    <message>
        <source>The search was stopped; nothing is proposed.</source>
        <translation>Die Suche wurde angehalten; nichts ist vorgeschlagen.</translation>
    </message>
    <message>
        <source>Stop looking (P)</source>
        <translation>Suche anhalten (P)</translation>
    </message>
    <message>
        <source>Propose lesions (P)</source>
        <translation>Läsionen vorschlagen (P)</translation>
    </message>
    <message>
        <source>Find what is likely to be coronary calcium; you accept or correct each.</source>
        <translation>Finden, was wahrscheinlich Koronarkalk ist; Sie nehmen jedes an oder berichtigen es.</translation>
    </message>
    <message>
        <source>Proposed: {count}. Accepted {accepted}, rejected {rejected}, open {open}.</source>
        <translation>Vorgeschlagen: {count}. Angenommen {accepted}, abgelehnt {rejected}, offen {open}.</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>Gefäß</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Peak HU</source>
        <translation>Max. HU</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Wahrscheinlich</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>{territory}? {why} Enter accepts, Backspace rejects, a digit gives another vessel, N goes on.</source>
        <translation>{territory}? {why} Eingabe nimmt an, Rücktaste lehnt ab, eine Ziffer gibt ein anderes Gefäß, N geht weiter.</translation>
    </message>
    <message>
        <source>{count} accepted as {territory}.</source>
        <translation>{count} angenommen als {territory}.</translation>
    </message>
</context>
<context>
    <name>readings.deciding</name>
    <message>
        <source>marked by one</source>
        <translation>von einem markiert</translation>
    </message>
    <message>
        <source>other territory</source>
        <translation>anderes Territorium</translation>
    </message>
    <message>
        <source>other extent</source>
        <translation>andere Ausdehnung</translation>
    </message>
    <message>
        <source>This is a reading of its own: enter who decided, check it, and save it as final.</source>
        <translation>Dies ist eine eigene Befundung: Tragen Sie ein, wer entschieden hat, prüfen Sie sie, und speichern Sie sie als endgültig.</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>Take {reader}</source>
        <translation>{reader} nehmen</translation>
    </message>
    <message>
        <source>Show {reader}</source>
        <translation>{reader} zeigen</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Genommen</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>The two readings score the same places alike.</source>
        <translation>Beide Befundungen bewerten dieselben Stellen gleich.</translation>
    </message>
    <message>
        <source>{first} and {second}: {open} places differ, {done} decided. Shown: {shown}.</source>
        <translation>{first} und {second}: {open} Stellen weichen ab, {done} entschieden. Gezeigt: {shown}.</translation>
    </message>
    <message>
        <source>Places not decided, which hold no marks: {count}.</source>
        <translation>Nicht entschiedene Stellen, die keine Markierung haben: {count}.</translation>
    </message>
</context>
<context>
    <name>readings.exams</name>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>disagreement</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>kein Status</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>Two final readings have another category or another number of vessels.</source>
        <translation>Zwei endgültige Befundungen haben eine andere Kategorie oder eine andere Zahl von Gefäßen.</translation>
    </message>
    <message>
        <source>Readings of others are shown when your own is final.</source>
        <translation>Befundungen anderer erscheinen, wenn Ihre eigene endgültig ist.</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>{count} verborgen</translation>
    </message>
</context>
<context>
    <name>readings.section</name>
    <message>
        <source>unread</source>
        <translation>ungelesen</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>final</source>
        <translation>endgültig</translation>
    </message>
    <message>
        <source>in disagreement</source>
        <translation>abweichend</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Select an exam first.</source>
        <translation>Wählen Sie erst eine Untersuchung.</translation>
    </message>
    <message>
        <source>Two final readings are needed.</source>
        <translation>Zwei endgültige Befundungen sind nötig.</translation>
    </message>
    <message>
        <source>Open the newest reading of the exam, or its images if there is none.</source>
        <translation>Die neueste Befundung der Untersuchung öffnen, oder ihre Bilder, wenn es keine gibt.</translation>
    </message>
    <message>
        <source>List where the two final readings differ, and decide.</source>
        <translation>Auflisten, wo die beiden endgültigen Befundungen abweichen, und entscheiden.</translation>
    </message>
</context>
<context>
    <name>reporting.report_preview</name>
    <message>
        <source>The pages appear here as soon as a volume is chosen.</source>
        <translation>Die Seiten erscheinen hier, sobald ein Volumen gewählt ist.</translation>
    </message>
    <message>
        <source>Screen save, slice {number}</source>
        <translation>Bildschirmfoto, Schicht {number}</translation>
    </message>
</context>
<context>
    <name>reporting.section</name>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>The text of the report was copied.</source>
        <translation>Der Text des Berichts wurde kopiert.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
</context>
<context>
    <name>result.line</name>
    <message>
        <source>not valid</source>
        <translation>nicht gültig</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>nicht befundet</translation>
    </message>
    <message>
        <source>not confirmed by a reader</source>
        <translation>von keinem Befunder bestätigt</translation>
    </message>
    <message>
        <source>ungated</source>
        <translation>nicht getriggert</translation>
    </message>
    <message>
        <source>Agatston {total}</source>
        <translation>Agatston {total}</translation>
    </message>
    <message>
        <source>CAC-DRS {category}</source>
        <translation>CAC-DRS {category}</translation>
    </message>
    <message>
        <source>ungated, CAC-DRS {category}</source>
        <translation>nicht getriggert, CAC-DRS {category}</translation>
    </message>
    <message>
        <source>percentile {percentile}</source>
        <translation>Perzentile {percentile}</translation>
    </message>
    <message>
        <source>{count} proposals open</source>
        <translation>{count} Vorschläge offen</translation>
    </message>
</context>
<context>
    <name>result.view_text</name>
    <message>
        <source>{number} of {count}, {offset:.0f} mm</source>
        <translation>{number} von {count}, {offset:.0f} mm</translation>
    </message>
</context>
<context>
    <name>saving.saving</name>
    <message>
        <source>Physician report</source>
        <translation>Bericht für Ärzte</translation>
    </message>
    <message>
        <source>Patient report</source>
        <translation>Bericht für Patienten</translation>
    </message>
    <message>
        <source>Screen saves</source>
        <translation>Bildschirmfotos</translation>
    </message>
    <message>
        <source>Physician report, PDF</source>
        <translation>Bericht für Ärzte, PDF</translation>
    </message>
    <message>
        <source>Patient report, PDF</source>
        <translation>Bericht für Patienten, PDF</translation>
    </message>
    <message>
        <source>Marks (segmentation)</source>
        <translation>Markierungen (Segmentation)</translation>
    </message>
    <message>
        <source>Reading (structured report)</source>
        <translation>Befundung (Structured Report)</translation>
    </message>
    <message>
        <source>Outlines over the CT (presentation state)</source>
        <translation>Umrisse über dem CT (Presentation State)</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 Dokument</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>Show the selected series in the DICOM browser.</source>
        <translation>Die gewählte Serie im DICOM-Browser zeigen.</translation>
    </message>
    <message>
        <source>Select a line above.</source>
        <translation>Wählen Sie oben eine Zeile.</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} Bilder</translation>
    </message>
    <message>
        <source>Write the chosen series into the study of the CT, all or none. Key {key}.</source>
        <translation>Die gewählten Serien in die Studie des CT schreiben, alle oder keine. Taste {key}.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Written into the DICOM database:</source>
        <translation>In die DICOM-Datenbank geschrieben:</translation>
    </message>
    <message>
        <source>Saved: {series} series, {files} files.</source>
        <translation>Gespeichert: {series} Serien, {files} Dateien.</translation>
    </message>
    <message>
        <source>Not saved. {reasons}</source>
        <translation>Nicht gespeichert. {reasons}</translation>
    </message>
</context>
<context>
    <name>scores.score_table</name>
    <message>
        <source>Territory</source>
        <translation>Territorium</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Läsionen</translation>
    </message>
    <message>
        <source>Agatston</source>
        <translation>Agatston</translation>
    </message>
    <message>
        <source>Volume (mm³)</source>
        <translation>Volumen (mm³)</translation>
    </message>
    <message>
        <source>Mass (mg)</source>
        <translation>Masse (mg)</translation>
    </message>
    <message>
        <source>Not part of the total</source>
        <translation>Nicht Teil der Summe</translation>
    </message>
    <message>
        <source>Coronary total</source>
        <translation>Koronare Summe</translation>
    </message>
</context>
<context>
    <name>scores.section</name>
    <message>
        <source>Rules from a file</source>
        <translation>Regeln aus einer Datei</translation>
    </message>
    <message>
        <source>Rules as JSON (*.json)</source>
        <translation>Regeln als JSON (*.json)</translation>
    </message>
    <message>
        <source>Save scores</source>
        <translation>Scores speichern</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Gespeichert: {file}</translation>
    </message>
</context>
<context>
    <name>views.views</name>
    <message>
        <source>There is no slice view in this window.</source>
        <translation>In diesem Fenster gibt es keine Schichtansicht.</translation>
    </message>
</context>
</TS>
