<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR">
<context>
    <name>SegmentEditorEffect</name>
    <message>
        <source>Calcium</source>
        <translation>Calcium</translation>
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
        <translation>Prendre le calcium contigu dans le segment choisi.
&lt;p&gt;&lt;ul style=&quot;margin: 0&quot;&gt;
&lt;li&gt;&lt;b&gt;Déplacer la souris&#xa0;:&lt;/b&gt; le contour montre ce qu&apos;un clic prendrait.
&lt;li&gt;&lt;b&gt;Clic gauche&#xa0;:&lt;/b&gt; prendre tout ce qui est contigu et atteint le seuil.
&lt;li&gt;&lt;b&gt;Maj + clic gauche&#xa0;:&lt;/b&gt; retirer de son segment ce qui est annoté sous le pointeur.
&lt;li&gt;&lt;b&gt;Clic gauche dans une vue 3D&#xa0;:&lt;/b&gt; aller au calcium le plus brillant qui s&apos;y trouve, près du cœur, et le prendre.
&lt;/ul&gt;&lt;p&gt;
L&apos;os dépasse la limite et n&apos;est pas pris. D&apos;un fil de bruit, long et mince, seule la part d&apos;une coupe l&apos;est.</translation>
    </message>
    <message>
        <source>Voxels at or above this value are calcium; 130 HU at 120 kVp.</source>
        <translation>Les voxels à partir de cette valeur sont du calcium&#xa0;; 130 UH à 120 kVp.</translation>
    </message>
    <message>
        <source>Threshold:</source>
        <translation>Seuil&#xa0;:</translation>
    </message>
    <message>
        <source>3D</source>
        <translation>3D</translation>
    </message>
    <message>
        <source>Take the connected calcium of all slices.</source>
        <translation>Prendre le calcium contigu de toutes les coupes.</translation>
    </message>
    <message>
        <source>This slice only</source>
        <translation>Cette coupe seule</translation>
    </message>
    <message>
        <source>Take the connected calcium of the acquired slice under the pointer, whatever the view&apos;s orientation.</source>
        <translation>Prendre le calcium contigu de la coupe acquise sous le pointeur, quelle que soit l&apos;orientation de la vue.</translation>
    </message>
    <message>
        <source>Take:</source>
        <translation>Prendre&#xa0;:</translation>
    </message>
    <message>
        <source>Anything larger is taken for bone, or for calcium that touches bone.</source>
        <translation>Ce qui est plus grand est tenu pour de l&apos;os, ou pour du calcium qui touche l&apos;os.</translation>
    </message>
    <message>
        <source>Bone limit:</source>
        <translation>Limite de l&apos;os&#xa0;:</translation>
    </message>
    <message>
        <source>Not taken: put volume and segmentation
under the same transform</source>
        <translation>Non pris&#xa0;: placez le volume et la segmentation
sous la même transformation</translation>
    </message>
    <message>
        <source>Not taken: larger than {limit} mm³
(bone, or touching bone)</source>
        <translation>Non pris&#xa0;: plus grand que {limit} mm³
(os, ou contre l&apos;os)</translation>
    </message>
    <message>
        <source>Not taken: a thread of noise, {length} mm long, {thickness} mm thick
{offer}</source>
        <translation>Non pris : un fil de bruit, {length} mm de long, {thickness} mm d&apos;épaisseur
{offer}</translation>
    </message>
    <message>
        <source>“This slice only” (key S in SmartScore) takes its part in this slice</source>
        <translation>« Cette coupe seule » (touche S dans SmartScore) prend sa part dans cette coupe</translation>
    </message>
    <message>
        <source>Nothing to take: {value} HU, below {threshold} HU</source>
        <translation>Rien à prendre&#xa0;: {value} UH, sous {threshold} UH</translation>
    </message>
</context>
<context>
    <name>SmartScore</name>
    <message>
        <source>Agatston score of all coronary arteries</source>
        <translation>Score d&apos;Agatston de toutes les artères coronaires</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Séries</translation>
    </message>
    <message>
        <source>Open database</source>
        <translation>Ouvrir la base</translation>
    </message>
    <message>
        <source>Open Slicer&apos;s DICOM database, or create it if there is none yet.</source>
        <translation>Ouvrir la base DICOM de Slicer, ou la créer s&apos;il n&apos;y en a pas.</translation>
    </message>
    <message>
        <source>Search patient, ID, date, series</source>
        <translation>Chercher patient, ID, date, série</translation>
    </message>
    <message>
        <source>The list shows what holds all of these words.</source>
        <translation>La liste montre ce qui contient tous ces mots.</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>non lues</translation>
    </message>
    <message>
        <source>List only series without a saved reading.</source>
        <translation>Ne montrer que les séries sans lecture enregistrée.</translation>
    </message>
    <message>
        <source>Series of the DICOM database, newest first; a click on a column sorts by it. Series that cannot be scored are grey; their tooltip tells why. Double-click loads.</source>
        <translation>Séries de la base DICOM, la plus récente d&apos;abord&#xa0;; un clic sur une colonne trie. Ce qui ne peut être évalué est gris&#xa0;; l&apos;infobulle dit pourquoi. Un double clic charge.</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Patient</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Coupes</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lue</translation>
    </message>
    <message>
        <source>Load series</source>
        <translation>Charger la série</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Look through the DICOM database again.</source>
        <translation>Parcourir de nouveau la base DICOM.</translation>
    </message>
    <message>
        <source>Import DICOM folder...</source>
        <translation>Importer un dossier...</translation>
    </message>
    <message>
        <source>Copy the DICOM files of a folder into the database.</source>
        <translation>Copier les fichiers DICOM d&apos;un dossier dans la base.</translation>
    </message>
    <message>
        <source>Load phantom</source>
        <translation>Charger le fantôme</translation>
    </message>
    <message>
        <source>Make a thorax with known calcium, put it into the DICOM database and load it: to try SmartScore out.</source>
        <translation>Créer un thorax au calcium connu, le mettre dans la base DICOM et le charger&#xa0;: pour essayer SmartScore.</translation>
    </message>
    <message>
        <source>Volume:</source>
        <translation>Volume&#xa0;:</translation>
    </message>
    <message>
        <source>The CT volume that is scored. A volume that was not loaded from DICOM can be scored, but not saved to DICOM.</source>
        <translation>Le volume CT évalué. Un volume qui ne vient pas de DICOM peut être évalué, mais pas enregistré en DICOM.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>Lectures</translation>
    </message>
    <message>
        <source>Which exams the table shows.</source>
        <translation>Quels examens le tableau montre.</translation>
    </message>
    <message>
        <source>Exams of the database and where their reading stands. Double-click opens the newest reading.</source>
        <translation>Examens de la base, et où en est leur lecture. Un double clic ouvre la lecture la plus récente.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Readers</source>
        <translation>Lecteurs</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Your name as reader</source>
        <translation>Votre nom de lecteur</translation>
    </message>
    <message>
        <source>Readings under this name are yours; with it, the readings of others can be hidden.</source>
        <translation>Les lectures sous ce nom sont les vôtres&#xa0;; ainsi celles des autres peuvent être cachées.</translation>
    </message>
    <message>
        <source>Hide others&apos; readings</source>
        <translation>Cacher les lectures des autres</translation>
    </message>
    <message>
        <source>Read as a second reader who does not know the first result: readings of others are shown when your own of the exam is final.</source>
        <translation>Lire en second lecteur qui ignore le premier résultat&#xa0;: les lectures des autres apparaissent quand la vôtre est définitive.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open the selected exam.</source>
        <translation>Ouvrir la lecture choisie telle qu&apos;elle a été enregistrée.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>List where two final readings differ.</source>
        <translation>Lister où deux lectures définitives diffèrent.</translation>
    </message>
    <message>
        <source>Places where the two readings differ, the largest difference first. A click shows the place in all views.</source>
        <translation>Endroits où les deux lectures diffèrent, la plus grande différence d&apos;abord. Un clic montre l&apos;endroit dans toutes les vues.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Première</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Seconde</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Coupe</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Take what this reader marked at the selected place.</source>
        <translation>Prendre ce que ce lecteur a annoté à l&apos;endroit choisi.</translation>
    </message>
    <message>
        <source>Take neither</source>
        <translation>Ne prendre aucun</translation>
    </message>
    <message>
        <source>Take no mark at the selected place.</source>
        <translation>Ne prendre aucune annotation à l&apos;endroit choisi.</translation>
    </message>
    <message>
        <source>Show the other</source>
        <translation>Montrer l&apos;autre</translation>
    </message>
    <message>
        <source>Show the marks of the other of the two readings.</source>
        <translation>Montrer les annotations de l&apos;autre des deux lectures.</translation>
    </message>
    <message>
        <source>Agreed reading</source>
        <translation>Lecture concertée</translation>
    </message>
    <message>
        <source>Begin a third reading: what both mark alike, and what was taken where they differ.</source>
        <translation>Commencer une troisième lecture&#xa0;: ce que les deux annotent pareil, et ce qui a été pris là où elles diffèrent.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Close this list. Both readings stay as they are.</source>
        <translation>Fermer cette liste. Les deux lectures restent telles quelles.</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Lésions</translation>
    </message>
    <message>
        <source>Undo (Z)</source>
        <translation>Annuler (Z)</translation>
    </message>
    <message>
        <source>Redo (Y)</source>
        <translation>Refaire (Y)</translation>
    </message>
    <message>
        <source>≥ </source>
        <translation>≥ </translation>
    </message>
    <message>
        <source> HU</source>
        <translation> UH</translation>
    </message>
    <message>
        <source>Threshold: a marked voxel counts at or above this value. 130 HU is the rule at 120 kVp; any other value is printed on every result.</source>
        <translation>Seuil&#xa0;: un voxel annoté compte à partir de cette valeur. 130 UH est la règle à 120 kVp&#xa0;; toute autre valeur est imprimée sur chaque résultat.</translation>
    </message>
    <message>
        <source>One slice (S)</source>
        <translation>Une coupe (S)</translation>
    </message>
    <message>
        <source>A click takes only the calcium of the slice under the cursor. Otherwise it takes the whole lesion through all slices.</source>
        <translation>Un clic ne prend que le calcium de la coupe sous le pointeur, sinon toute la lésion à travers les coupes.</translation>
    </message>
    <message>
        <source>Candidates (K)</source>
        <translation>Candidats (K)</translation>
    </message>
    <message>
        <source>Outline what may be calcium and is not marked yet: in a box (Markups ROI) that is shown, else on a heart that the scene has as a segment, else near the heart. N steps through it, the largest first.</source>
        <translation>Entourer ce qui peut être du calcium et n&apos;est pas encore annoté : dans une boîte (Markups ROI) affichée, sinon sur un cœur segmenté dans la scène, sinon près du cœur. N passe de l&apos;un à l&apos;autre, le plus grand d&apos;abord.</translation>
    </message>
    <message>
        <source>Grow again</source>
        <translation>Faire croître</translation>
    </message>
    <message>
        <source>No coronary calcium, confirmed</source>
        <translation>Pas de calcium coronaire, confirmé</translation>
    </message>
    <message>
        <source>You have looked, and there is none: a score of 0. Without this, no marks are not read.</source>
        <translation>Vous avez regardé, et il n&apos;y en a pas&#xa0;: un score de 0. Sans cela, rien d&apos;annoté signifie non lu.</translation>
    </message>
    <message>
        <source>A click jumps to the lesion in all views. Delete removes it, a key from 1 to 9 gives it to another territory.</source>
        <translation>Un clic va à la lésion dans toutes les vues. Suppr la retire, un chiffre la donne à un autre territoire.</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <source>Peak HU</source>
        <translation>UH max.</translation>
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
        <translation>3D selon la densité (Shift+W)</translation>
    </message>
    <message>
        <source>Color the lesions in the 3D view by the weight of each part: yellow 1, orange 2, red 3, violet 4. Otherwise by territory.</source>
        <translation>Colorer les lésions dans la vue 3D selon le poids de chaque partie : jaune 1, orange 2, rouge 3, violet 4. Sinon selon le territoire.</translation>
    </message>
    <message>
        <source>Correct with the segment editor</source>
        <translation>Corriger avec l&apos;éditeur de segments</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Scores by territory. What lies outside of the coronary arteries is measured, but not part of the total.</source>
        <translation>Scores par territoire. Ce qui est hors des artères coronaires est mesuré, mais ne fait pas partie du total.</translation>
    </message>
    <message>
        <source>mg</source>
        <translation>mg</translation>
    </message>
    <message>
        <source>Category:</source>
        <translation>Catégorie&#xa0;:</translation>
    </message>
    <message>
        <source>Person:</source>
        <translation>Personne&#xa0;:</translation>
    </message>
    <message>
        <source>age</source>
        <translation>âge</translation>
    </message>
    <message>
        <source> years</source>
        <translation> ans</translation>
    </message>
    <message>
        <source>Age at the examination, where DICOM has none. Pages say that it was typed.</source>
        <translation>Âge à l&apos;examen, quand DICOM n&apos;en a pas. Les pages disent qu&apos;il a été saisi.</translation>
    </message>
    <message>
        <source>Sex, where DICOM has none. Pages say that it was typed.</source>
        <translation>Sexe, quand DICOM n&apos;en a pas. Les pages disent qu&apos;il a été saisi.</translation>
    </message>
    <message>
        <source>Ethnicity:</source>
        <translation>Ethnie&#xa0;:</translation>
    </message>
    <message>
        <source>As the person states it. Only percentiles and risk of MESA need it; it is never assumed.</source>
        <translation>Comme la personne le déclare. Seuls les percentiles et le risque MESA en ont besoin&#xa0;; jamais supposé.</translation>
    </message>
    <message>
        <source>Percentile:</source>
        <translation>Percentile&#xa0;:</translation>
    </message>
    <message>
        <source>Arterial age:</source>
        <translation>Âge artériel&#xa0;:</translation>
    </message>
    <message>
        <source>Dominance:</source>
        <translation>Dominance&#xa0;:</translation>
    </message>
    <message>
        <source>Which artery the posterior descending artery (PDA) comes from: RCA (right) or LCX (left). It decides with which vessel the PDA is counted.</source>
        <translation>De quelle artère vient l&apos;interventriculaire postérieure (PDA)&#xa0;: RCA (droite) ou LCX (gauche). La PDA est comptée avec ce vaisseau.</translation>
    </message>
    <message>
        <source>Read as:</source>
        <translation>Lu comme&#xa0;:</translation>
    </message>
    <message>
        <source>A gated heart, the aortic valve alone, or a chest CT that is not gated: that one is graded by eye and has no percentile.</source>
        <translation>Un cœur synchronisé, la valve aortique seule, ou un scanner thoracique non synchronisé&#xa0;: celui-ci est gradé à l&apos;œil et n&apos;a pas de percentile.</translation>
    </message>
    <message>
        <source>Chest CT: grades by eye</source>
        <translation>Scanner thoracique&#xa0;: grades à l&apos;œil</translation>
    </message>
    <message>
        <source>Patient:</source>
        <translation>Patient&#xa0;:</translation>
    </message>
    <message>
        <source>Coronary calcium of the patient as a whole, by eye: V0 to V3 of CAC-DRS.</source>
        <translation>Calcium coronaire du patient entier, à l&apos;œil&#xa0;: V0 à V3 de CAC-DRS.</translation>
    </message>
    <message>
        <source>LM:</source>
        <translation>LM&#xa0;:</translation>
    </message>
    <message>
        <source>Calcium of the left main artery, by eye; the four vessels add up to the Weston score.</source>
        <translation>Calcium du tronc commun, à l&apos;œil&#xa0;; les quatre vaisseaux donnent le score de Weston.</translation>
    </message>
    <message>
        <source>LAD:</source>
        <translation>LAD&#xa0;:</translation>
    </message>
    <message>
        <source>Calcium of the left anterior descending artery, by eye; the four vessels add up to the Weston score.</source>
        <translation>Calcium de l&apos;interventriculaire antérieure, à l&apos;œil&#xa0;; les quatre vaisseaux donnent le score de Weston.</translation>
    </message>
    <message>
        <source>LCX:</source>
        <translation>LCX&#xa0;:</translation>
    </message>
    <message>
        <source>Calcium of the circumflex artery, by eye; the four vessels add up to the Weston score.</source>
        <translation>Calcium de la circonflexe, à l&apos;œil&#xa0;; les quatre vaisseaux donnent le score de Weston.</translation>
    </message>
    <message>
        <source>RCA:</source>
        <translation>RCA&#xa0;:</translation>
    </message>
    <message>
        <source>Calcium of the right coronary artery, by eye; the four vessels add up to the Weston score.</source>
        <translation>Calcium de la coronaire droite, à l&apos;œil&#xa0;; les quatre vaisseaux donnent le score de Weston.</translation>
    </message>
    <message>
        <source>What the grades look like</source>
        <translation>À quoi ressemblent les grades</translation>
    </message>
    <message>
        <source>Show an example of each grade, drawn of a phantom.</source>
        <translation>Montrer un exemple de chaque grade, dessiné sur un fantôme.</translation>
    </message>
    <message>
        <source>Words and comparison</source>
        <translation>Mots et comparaison</translation>
    </message>
    <message>
        <source>Words for the amount:</source>
        <translation>Mots pour la quantité&#xa0;:</translation>
    </message>
    <message>
        <source>Whose words and bounds name the amount. Every page says which. Your choice is kept for the next readings.</source>
        <translation>De qui viennent les mots et les bornes de la quantité. Chaque page le dit. Votre choix est gardé pour les lectures suivantes.</translation>
    </message>
    <message>
        <source>Compared with:</source>
        <translation>Comparé à&#xa0;:</translation>
    </message>
    <message>
        <source>The population of the percentile. Your choice is kept for the next readings.</source>
        <translation>La population du percentile. Votre choix est gardé pour les lectures suivantes.</translation>
    </message>
    <message>
        <source>And with:</source>
        <translation>Et à&#xa0;:</translation>
    </message>
    <message>
        <source>A second population, printed beside the first.</source>
        <translation>Une seconde population, imprimée à côté.</translation>
    </message>
    <message>
        <source>Own table...</source>
        <translation>Table propre...</translation>
    </message>
    <message>
        <source>Compare with a table of your own: a CSV file with age, sex and percentiles. A faulty one is refused with its rows.</source>
        <translation>Comparer à votre propre table&#xa0;: un CSV avec âge, sexe et percentiles. Une table fautive est refusée avec ses lignes.</translation>
    </message>
    <message>
        <source>Quote guidelines</source>
        <translation>Citer les recommandations</translation>
    </message>
    <message>
        <source>Their own sentences on such a score, with the source. SmartScore gives no advice.</source>
        <translation>Leurs propres phrases sur un tel score, avec la source. SmartScore ne donne pas de conseil.</translation>
    </message>
    <message>
        <source>Risk in 10 years</source>
        <translation>Risque à 10 ans</translation>
    </message>
    <message>
        <source>Diabetes:</source>
        <translation>Diabète&#xa0;:</translation>
    </message>
    <message>
        <source>As the person states it; an unknown one gives no risk.</source>
        <translation>Comme la personne le déclare&#xa0;; une donnée inconnue ne donne pas de risque.</translation>
    </message>
    <message>
        <source>Smokes now:</source>
        <translation>Fume actuellement&#xa0;:</translation>
    </message>
    <message>
        <source>Cholesterol in:</source>
        <translation>Cholestérol en&#xa0;:</translation>
    </message>
    <message>
        <source>The unit of both values below. Your choice is kept.</source>
        <translation>L&apos;unité des deux valeurs ci-dessous. Votre choix est gardé.</translation>
    </message>
    <message>
        <source>Total cholesterol:</source>
        <translation>Cholestérol total&#xa0;:</translation>
    </message>
    <message>
        <source>In serum. 0 is not known.</source>
        <translation>Dans le sérum. 0 signifie non connu.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non connue</translation>
    </message>
    <message>
        <source> mg/dL</source>
        <translation> mg/dL</translation>
    </message>
    <message>
        <source>HDL cholesterol:</source>
        <translation>Cholestérol HDL&#xa0;:</translation>
    </message>
    <message>
        <source>Lipid medication:</source>
        <translation>Hypolipémiant&#xa0;:</translation>
    </message>
    <message>
        <source>Any medication to lower lipids; the MESA risk asks for it.</source>
        <translation>Tout médicament qui baisse les lipides&#xa0;; le risque MESA le demande.</translation>
    </message>
    <message>
        <source>Statin:</source>
        <translation>Statine&#xa0;:</translation>
    </message>
    <message>
        <source>PREVENT asks for it.</source>
        <translation>PREVENT le demande.</translation>
    </message>
    <message>
        <source>Systolic pressure:</source>
        <translation>Pression systolique&#xa0;:</translation>
    </message>
    <message>
        <source>Blood pressure at rest. 0 is not known.</source>
        <translation>Pression au repos. 0 signifie non connu.</translation>
    </message>
    <message>
        <source> mmHg</source>
        <translation> mmHg</translation>
    </message>
    <message>
        <source>Pressure medication:</source>
        <translation>Antihypertenseur&#xa0;:</translation>
    </message>
    <message>
        <source>Medication to lower blood pressure.</source>
        <translation>Médicament qui baisse la pression.</translation>
    </message>
    <message>
        <source>Heart attack in family:</source>
        <translation>Infarctus dans la famille&#xa0;:</translation>
    </message>
    <message>
        <source>Of a parent, brother, sister or child; the MESA risk asks for it.</source>
        <translation>D&apos;un parent, frère, sœur ou enfant&#xa0;; le risque MESA le demande.</translation>
    </message>
    <message>
        <source>eGFR:</source>
        <translation>DFGe&#xa0;:</translation>
    </message>
    <message>
        <source>Estimated glomerular filtration rate for 1.73 m² of body surface; PREVENT asks for it. 0 is not known.</source>
        <translation>Débit de filtration glomérulaire estimé pour 1,73 m² de surface corporelle&#xa0;; PREVENT le demande. 0 signifie non connu.</translation>
    </message>
    <message>
        <source> mL/min</source>
        <translation> mL/min</translation>
    </message>
    <message>
        <source>Protocol</source>
        <translation>Protocole</translation>
    </message>
    <message>
        <source>Preset:</source>
        <translation>Modèle&#xa0;:</translation>
    </message>
    <message>
        <source>A published set of rules. It sets the threshold and the values below.</source>
        <translation>Des règles publiées. Elles fixent le seuil et les valeurs ci-dessous.</translation>
    </message>
    <message>
        <source>Minimum area:</source>
        <translation>Aire minimale&#xa0;:</translation>
    </message>
    <message>
        <source>A connected area of one slice that is smaller is left out as noise.</source>
        <translation>Une aire contiguë d&apos;une coupe qui est plus petite est écartée comme bruit.</translation>
    </message>
    <message>
        <source> mm²</source>
        <translation> mm²</translation>
    </message>
    <message>
        <source>Plain adds up voxels; isotropic interpolates between slices first.</source>
        <translation>Simple&#xa0;: somme des voxels&#xa0;; isotrope&#xa0;: d&apos;abord interpolé entre les coupes.</translation>
    </message>
    <message>
        <source>Mass factor:</source>
        <translation>Facteur de masse&#xa0;:</translation>
    </message>
    <message>
        <source>Milligrams of calcium hydroxyapatite per mm³ and HU, from the calibration of your scanner. Without it there is no mass.</source>
        <translation>Milligrammes d&apos;hydroxyapatite par mm³ et UH, d&apos;après l&apos;étalonnage de votre appareil. Sans lui, pas de masse.</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>non étalonné</translation>
    </message>
    <message>
        <source>Measure or look up</source>
        <translation>Déterminer</translation>
    </message>
    <message>
        <source>Take the mass factor out of the images, from a calibration phantom in them, or from what is stored for this scanner.</source>
        <translation>Prendre le facteur de masse dans les images, d&apos;un fantôme d&apos;étalonnage, ou dans ce qui est gardé pour cet appareil.</translation>
    </message>
    <message>
        <source>Rules from a file...</source>
        <translation>Règles d&apos;un fichier...</translation>
    </message>
    <message>
        <source>Your own rules, as a JSON file; smartscore score --protocol takes the same.</source>
        <translation>Vos propres règles, en JSON&#xa0;; smartscore score --protocol prend les mêmes.</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <source>Reader:</source>
        <translation>Lecteur&#xa0;:</translation>
    </message>
    <message>
        <source>Who read the images; printed on the report.</source>
        <translation>Qui a lu les images&#xa0;; imprimé sur le compte rendu.</translation>
    </message>
    <message>
        <source>Comment:</source>
        <translation>Commentaire&#xa0;:</translation>
    </message>
    <message>
        <source>Printed on the physician&apos;s page.</source>
        <translation>Imprimé sur la page du médecin.</translation>
    </message>
    <message>
        <source>Indication:</source>
        <translation>Indication&#xa0;:</translation>
    </message>
    <message>
        <source>Why the scan was made; printed on the physician&apos;s page.</source>
        <translation>Pourquoi l&apos;examen a été fait&#xa0;; imprimé sur la page du médecin.</translation>
    </message>
    <message>
        <source>Image quality:</source>
        <translation>Qualité d&apos;image&#xa0;:</translation>
    </message>
    <message>
        <source>For example motion, noise or metal; printed on the physician&apos;s page.</source>
        <translation>Par exemple mouvement, bruit ou métal&#xa0;; imprimé sur la page du médecin.</translation>
    </message>
    <message>
        <source>Comparison:</source>
        <translation>Comparaison&#xa0;:</translation>
    </message>
    <message>
        <source>Earlier examinations that were looked at; printed on the physician&apos;s page.</source>
        <translation>Examens antérieurs consultés&#xa0;; imprimé sur la page du médecin.</translation>
    </message>
    <message>
        <source>Beside the heart:</source>
        <translation>Hors du cœur&#xa0;:</translation>
    </message>
    <message>
        <source>Findings outside of the heart; printed on the physician&apos;s page.</source>
        <translation>Constatations hors du cœur&#xa0;; imprimé sur la page du médecin.</translation>
    </message>
    <message>
        <source>Impression:</source>
        <translation>Conclusion&#xa0;:</translation>
    </message>
    <message>
        <source>The conclusion; if nothing is typed, a sentence made of the numbers is printed, and says so.</source>
        <translation>La conclusion&#xa0;; si rien n&apos;est saisi, une phrase tirée des nombres est imprimée, et le dit.</translation>
    </message>
    <message>
        <source>Status:</source>
        <translation>Statut&#xa0;:</translation>
    </message>
    <message>
        <source>A draft is marked on every page. A final reading is changed only by a new version.</source>
        <translation>Un brouillon est marqué sur chaque page. Une lecture définitive n&apos;est changée que par une nouvelle version.</translation>
    </message>
    <message>
        <source>Language:</source>
        <translation>Langue&#xa0;:</translation>
    </message>
    <message>
        <source>Language of the pages.</source>
        <translation>Langue des pages.</translation>
    </message>
    <message>
        <source>Copy report text</source>
        <translation>Copier le texte du compte rendu</translation>
    </message>
    <message>
        <source>Add this view</source>
        <translation>Cette vue</translation>
    </message>
    <message>
        <source>All with lesions</source>
        <translation>Avec lésions</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>The pages and screen saves as they will be saved</source>
        <translation>Les pages et captures telles qu&apos;elles seront enregistrées</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Show this picture in its full size.</source>
        <translation>Montrer cette image en taille réelle.</translation>
    </message>
    <message>
        <source>Save to DICOM</source>
        <translation>Écrire en DICOM</translation>
    </message>
    <message>
        <source>Physician pages</source>
        <translation>Pages médecin</translation>
    </message>
    <message>
        <source>512 x 512 pages as DICOM Secondary Capture.</source>
        <translation>Pages de 512 x 512 en DICOM Secondary Capture.</translation>
    </message>
    <message>
        <source>Patient pages</source>
        <translation>Pages patient</translation>
    </message>
    <message>
        <source>1024 x 1024 pages in plain language.</source>
        <translation>Pages de 1024 x 1024 en langage simple.</translation>
    </message>
    <message>
        <source>Physician PDF</source>
        <translation>PDF du médecin</translation>
    </message>
    <message>
        <source>The Physician report as a PDF document: A4, for print; its text can be searched.</source>
        <translation>Le compte rendu du médecin en PDF&#xa0;: A4, à imprimer&#xa0;; son texte est interrogeable.</translation>
    </message>
    <message>
        <source>Patient PDF</source>
        <translation>PDF du patient</translation>
    </message>
    <message>
        <source>The Patient report as a PDF document: A4, for print; its text can be searched.</source>
        <translation>Le compte rendu du patient en PDF&#xa0;: A4, à imprimer&#xa0;; son texte est interrogeable.</translation>
    </message>
    <message>
        <source>Screen saves</source>
        <translation>Captures</translation>
    </message>
    <message>
        <source>The pictures chosen under Report; all slices with lesions if none was chosen.</source>
        <translation>Les images choisies sous Compte rendu&#xa0;; toutes les coupes avec lésions si aucune n&apos;est choisie.</translation>
    </message>
    <message>
        <source>Reduced CT</source>
        <translation>CT réduit</translation>
    </message>
    <message>
        <source>A copy of some slices of the CT as a series of its own.</source>
        <translation>Une copie de quelques coupes du CT, en série à part.</translation>
    </message>
    <message>
        <source>Marks and numbers as data (DICOM Segmentation and Structured Report): the reading can be opened again here, and read by other programs.</source>
        <translation>Annotations et nombres comme données (DICOM Segmentation et Structured Report)&#xa0;: la lecture peut être rouverte ici, et lue par d&apos;autres programmes.</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Contours</translation>
    </message>
    <message>
        <source>The lesions&apos; outlines as a presentation state: a PACS shows them over the original images.</source>
        <translation>Les contours des lésions en Presentation State&#xa0;: un PACS les montre sur les images d&apos;origine.</translation>
    </message>
    <message>
        <source>Slices with lesions</source>
        <translation>Coupes avec lésions</translation>
    </message>
    <message>
        <source>Take all slices with lesions and a margin. Otherwise the range that you type.</source>
        <translation>Prendre toutes les coupes avec lésions et une marge, sinon la plage saisie.</translation>
    </message>
    <message>
        <source>or from slice</source>
        <translation>ou de la coupe</translation>
    </message>
    <message>
        <source>First slice of the reduced CT; slice 1 is the most inferior.</source>
        <translation>Première coupe du CT réduit&#xa0;; la coupe 1 est la plus basse.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <source>Last slice of the reduced CT.</source>
        <translation>Dernière coupe du CT réduit.</translation>
    </message>
    <message>
        <source>Double-click shows the series in the DICOM browser.</source>
        <translation>Un double clic montre la série dans le navigateur DICOM.</translation>
    </message>
    <message>
        <source>Show in DICOM browser</source>
        <translation>Montrer dans le navigateur DICOM</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stop. Nothing stays in the database.</source>
        <translation>Arrêter. Rien ne reste dans la base.</translation>
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
        <translation>Suivante (U)</translation>
    </message>
    <message>
        <source>SmartScore</source>
        <translation>SmartScore</translation>
    </message>
    <message>
        <source>Percentiles: Multi-Ethnic Study of Atherosclerosis (MESA).</source>
        <translation>Percentiles&#xa0;: Multi-Ethnic Study of Atherosclerosis (MESA).</translation>
    </message>
    <message>
        <source>Coronary calcium scoring on non-contrast cardiac CT. Choose a series, click each lesion, read the scores, save the reports to DICOM: see the &lt;a href=&quot;{link}&quot;&gt;tutorial&lt;/a&gt;. Version {version}. Research use; not a medical device; not affiliated with GE HealthCare.</source>
        <translation>Score calcique coronaire sur scanner cardiaque sans contraste. Choisir une série, cliquer chaque lésion, lire les scores, enregistrer les comptes rendus en DICOM&#xa0;: voir le &lt;a href=&quot;{link}&quot;&gt;tutoriel&lt;/a&gt;. Version {version}. Usage de recherche&#xa0;; pas un dispositif médical&#xa0;; sans lien avec GE HealthCare.</translation>
    </message>
</context>
<context>
    <name>choosing.reading_menu</name>
    <message>
        <source>Readings of this volume that are open, and new ones: without marks, or with those of another reader, a network, a file as their start.</source>
        <translation>Lectures ouvertes de ce volume, et nouvelles&#xa0;: sans annotations, ou avec celles d&apos;un autre lecteur, d&apos;un réseau, d&apos;un fichier pour départ.</translation>
    </message>
    <message>
        <source>New reading without marks</source>
        <translation>Nouvelle lecture sans annotations</translation>
    </message>
    <message>
        <source>New reading that begins with a file...</source>
        <translation>Nouvelle lecture qui part d&apos;un fichier...</translation>
    </message>
    <message>
        <source>Marks to begin with</source>
        <translation>Annotations de départ</translation>
    </message>
    <message>
        <source>Reading: {name}</source>
        <translation>Lecture&#xa0;: {name}</translation>
    </message>
    <message>
        <source>New reading that begins with {name}</source>
        <translation>Nouvelle lecture qui part de {name}</translation>
    </message>
</context>
<context>
    <name>choosing.section</name>
    <message>
        <source>Series</source>
        <translation>Séries</translation>
    </message>
    <message>
        <source>Open one in Slicer&apos;s DICOM module.</source>
        <translation>Ouvrez-en une dans le module DICOM de Slicer.</translation>
    </message>
    <message>
        <source>Import DICOM folder</source>
        <translation>Importer un dossier DICOM</translation>
    </message>
    <message>
        <source>Series: {which}</source>
        <translation>Série&#xa0;: {which}</translation>
    </message>
    <message>
        <source>The series has changed since it was listed. Press Refresh.</source>
        <translation>La série a changé depuis qu&apos;elle a été listée. Appuyez sur Actualiser.</translation>
    </message>
    <message>
        <source>There is no other series without a reading in this list.</source>
        <translation>Il n&apos;y a pas d&apos;autre série sans lecture dans cette liste.</translation>
    </message>
    <message>
        <source>A newer version of this reading was saved.</source>
        <translation>Une version plus récente de cette lecture a été enregistrée.</translation>
    </message>
    <message>
        <source>{imported} series were imported, {usable} of them can be scored. Choose one above.</source>
        <translation>{imported} séries ont été importées, {usable} peuvent être évaluées. Choisissez-en une ci-dessus.</translation>
    </message>
    <message>
        <source>This series is open already: its reading is shown.</source>
        <translation>Cette série est déjà ouverte&#xa0;: sa lecture est montrée.</translation>
    </message>
    <message>
        <source>The reading of {patient} is not saved: it stays open, under Volume.</source>
        <translation>La lecture de {patient} n&apos;est pas enregistrée&#xa0;: elle reste ouverte, sous Volume.</translation>
    </message>
</context>
<context>
    <name>choosing.series_list</name>
    <message>
        <source>The DICOM database holds no CT series. Import a folder, or load the phantom.</source>
        <translation>La base DICOM ne contient aucune série CT. Importez un dossier, ou chargez le fantôme.</translation>
    </message>
    <message>
        <source>Select a series first.</source>
        <translation>Choisissez d&apos;abord une série.</translation>
    </message>
    <message>
        <source>Open reading</source>
        <translation>Ouvrir la lecture</translation>
    </message>
    <message>
        <source>Load series</source>
        <translation>Charger la série</translation>
    </message>
    <message>
        <source>Open the selected reading as it was saved.</source>
        <translation>Ouvrir la lecture choisie telle qu&apos;elle a été enregistrée.</translation>
    </message>
    <message>
        <source>Read the selected series and show it.</source>
        <translation>Lire la série choisie et la montrer.</translation>
    </message>
    <message>
        <source>Look through the DICOM database again.</source>
        <translation>Parcourir de nouveau la base DICOM.</translation>
    </message>
    <message>
        <source>No DICOM database is open.</source>
        <translation>Aucune base DICOM n&apos;est ouverte.</translation>
    </message>
    <message>
        <source>Open the DICOM database in {folder}, or create it there.</source>
        <translation>Ouvrir la base DICOM de {folder}, ou l&apos;y créer.</translation>
    </message>
    <message>
        <source>the folder that Slicer is set to use</source>
        <translation>du dossier que Slicer est réglé à utiliser</translation>
    </message>
</context>
<context>
    <name>choosing.series_table</name>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>final</source>
        <translation>définitif</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lue</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>remplacée</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>version {number}</translation>
    </message>
    <message>
        <source>This reading cannot be opened:</source>
        <translation>Cette lecture ne peut être ouverte&#xa0;:</translation>
    </message>
    <message>
        <source>This series cannot be scored:</source>
        <translation>Cette série ne peut être évaluée&#xa0;:</translation>
    </message>
</context>
<context>
    <name>choosing.slicer_database</name>
    <message>
        <source>This Slicer was started without its DICOM module.</source>
        <translation>Ce Slicer a été lancé sans son module DICOM.</translation>
    </message>
    <message>
        <source>This CT is not in the open DICOM database {folder}. Open the database that it came from.</source>
        <translation>Ce CT n&apos;est pas dans la base DICOM ouverte {folder}. Ouvrez celle dont il vient.</translation>
    </message>
    <message>
        <source>The folder {folder} holds other files. Choose a new or empty folder, or an existing database.</source>
        <translation>Le dossier {folder} contient d&apos;autres fichiers. Choisissez un dossier nouveau ou vide, ou une base existante.</translation>
    </message>
    <message>
        <source>The database in {folder} cannot be opened.</source>
        <translation>La base de {folder} ne peut être ouverte.</translation>
    </message>
    <message>
        <source>The database in {folder} has version {version}. Let Slicer&apos;s DICOM module update it.</source>
        <translation>La base de {folder} est de version {version}. Laissez le module DICOM de Slicer la mettre à jour.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made: {reason}.</source>
        <translation>Le dossier {folder} ne peut être créé&#xa0;: {reason}.</translation>
    </message>
</context>
<context>
    <name>desktop.current</name>
    <message>
        <source>Load a series or choose a volume first.</source>
        <translation>Chargez d&apos;abord une série, ou choisissez un volume.</translation>
    </message>
    <message>
        <source>{what}: {done} of {total}</source>
        <translation>{what}&#xa0;: {done} sur {total}</translation>
    </message>
</context>
<context>
    <name>desktop.dicom_plugin</name>
    <message>
        <source>SmartScore reading</source>
        <translation>Lecture SmartScore</translation>
    </message>
    <message>
        <source>Open series, marks, rules and texts of this reading in SmartScore.</source>
        <translation>Ouvrir série, annotations, règles et textes de cette lecture dans SmartScore.</translation>
    </message>
    <message>
        <source>A newer version of this reading was saved.</source>
        <translation>Une version plus récente de cette lecture a été enregistrée.</translation>
    </message>
    <message>
        <source>SmartScore reading {details}</source>
        <translation>Lecture SmartScore {details}</translation>
    </message>
    <message>
        <source>{file} is no longer in the DICOM database.</source>
        <translation>{file} n&apos;est plus dans la base DICOM.</translation>
    </message>
</context>
<context>
    <name>desktop.keys</name>
    <message>
        <source>next lesion; next candidate, the largest first, while candidates are outlined</source>
        <translation>lésion suivante&#xa0;; candidat suivant, le plus grand d&apos;abord, tant que les candidats sont entourés</translation>
    </message>
    <message>
        <source>previous lesion or candidate</source>
        <translation>lésion ou candidat précédent</translation>
    </message>
    <message>
        <source>next slice with calcium</source>
        <translation>coupe suivante avec calcium</translation>
    </message>
    <message>
        <source>previous slice with calcium</source>
        <translation>coupe précédente avec calcium</translation>
    </message>
    <message>
        <source>take the last edit back</source>
        <translation>annuler la dernière modification</translation>
    </message>
    <message>
        <source>do again what was taken back</source>
        <translation>refaire ce qui a été annulé</translation>
    </message>
    <message>
        <source>clicks take this slice only, or the whole lesion</source>
        <translation>les clics prennent cette coupe seule, ou toute la lésion</translation>
    </message>
    <message>
        <source>outline what may be calcium, or hide it</source>
        <translation>entourer ce qui peut être du calcium, ou le cacher</translation>
    </message>
    <message>
        <source>look for likely calcium, or stop looking</source>
        <translation>chercher le calcium probable, ou arrêter la recherche</translation>
    </message>
    <message>
        <source>calcium window</source>
        <translation>fenêtre calcique</translation>
    </message>
    <message>
        <source>color the lesions in 3D by density, or by territory</source>
        <translation>colorer les lésions en 3D selon la densité, ou selon le territoire</translation>
    </message>
    <message>
        <source>next series that nobody has read</source>
        <translation>série suivante que personne n&apos;a lue</translation>
    </message>
    <message>
        <source>the other date, while an earlier scan is open</source>
        <translation>l&apos;autre date, tant qu&apos;un examen antérieur est ouvert</translation>
    </message>
    <message>
        <source>give the lesion the territory that it had on the earlier scan, as the top line offers</source>
        <translation>donner à la lésion le territoire qu&apos;elle avait à l&apos;examen antérieur, comme la ligne du haut le propose</translation>
    </message>
    <message>
        <source>save what is chosen to DICOM</source>
        <translation>enregistrer en DICOM ce qui est choisi</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>cette page</translation>
    </message>
    <message>
        <source>remove the lesion</source>
        <translation>retirer la lésion</translation>
    </message>
    <message>
        <source>give the lesion to another territory</source>
        <translation>donner la lésion à un autre territoire</translation>
    </message>
    <message>
        <source>accept the proposal, and go on to the next that is open</source>
        <translation>accepter la proposition et passer à la suivante encore ouverte</translation>
    </message>
    <message>
        <source>accept it for the territory of that digit</source>
        <translation>l&apos;accepter pour le territoire de ce chiffre</translation>
    </message>
    <message>
        <source>reject it</source>
        <translation>la rejeter</translation>
    </message>
    <message>
        <source>go on without a decision</source>
        <translation>continuer sans décider</translation>
    </message>
    <message>
        <source>accept all open proposals of this vessel</source>
        <translation>accepter toutes les propositions ouvertes de ce vaisseau</translation>
    </message>
    <message>
        <source>Marking: press a key, then click calcium in a slice view</source>
        <translation>Annoter&#xa0;: presser une touche, puis cliquer le calcium dans une vue de coupe</translation>
    </message>
    <message>
        <source>Anywhere in the module</source>
        <translation>Partout dans le module</translation>
    </message>
    <message>
        <source>In the list of lesions, once a line was clicked or N was pressed</source>
        <translation>Dans la liste des lésions, après un clic sur une ligne ou la touche N</translation>
    </message>
    <message>
        <source>In the list of proposals, once they were found or a line was clicked</source>
        <translation>Dans la liste des propositions, une fois trouvées ou après un clic sur une ligne</translation>
    </message>
    <message>
        <source>With the mouse in a view</source>
        <translation>Avec la souris dans une vue</translation>
    </message>
    <message>
        <source>Click in a slab or in 3D</source>
        <translation>Clic dans une coupe épaisse ou en 3D</translation>
    </message>
    <message>
        <source>jump to the brightest calcium on the line of sight, and take it</source>
        <translation>aller au calcium le plus brillant dans l&apos;axe de vue, et le prendre</translation>
    </message>
    <message>
        <source>Keys of SmartScore</source>
        <translation>Touches de SmartScore</translation>
    </message>
    <message>
        <source>mark {name}</source>
        <translation>annoter {name}</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>Clic</translation>
    </message>
    <message>
        <source>take the calcium under the pointer; its outline shows how much</source>
        <translation>prendre le calcium sous le pointeur&#xa0;; son contour montre combien</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Maj+clic</translation>
    </message>
    <message>
        <source>take marks out</source>
        <translation>retirer des annotations</translation>
    </message>
    <message>
        <source>Key of a territory</source>
        <translation>Touche d&apos;un territoire</translation>
    </message>
    <message>
        <source>take what is outlined under the pointer into it, if it is not marked yet</source>
        <translation>prendre ce qui est entouré sous le pointeur, si ce n&apos;est pas encore annoté</translation>
    </message>
</context>
<context>
    <name>desktop.parameter_node</name>
    <message>
        <source>not asked, or another</source>
        <translation>non demandé, ou une autre</translation>
    </message>
    <message>
        <source>White</source>
        <translation>blanche</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinoise</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>noire</translation>
    </message>
    <message>
        <source>Hispanic</source>
        <translation>hispanique</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sexe</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Homme</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Femme</translation>
    </message>
    <message>
        <source>plain: sum of voxels</source>
        <translation>simple&#xa0;: somme des voxels</translation>
    </message>
    <message>
        <source>isotropic: interpolated</source>
        <translation>isotrope&#xa0;: interpolé</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non connue</translation>
    </message>
    <message>
        <source>right: PDA with RCA</source>
        <translation>droite&#xa0;: PDA avec RCA</translation>
    </message>
    <message>
        <source>left: PDA with LCX</source>
        <translation>gauche&#xa0;: PDA avec LCX</translation>
    </message>
    <message>
        <source>as the images say</source>
        <translation>comme le disent les images</translation>
    </message>
    <message>
        <source>coronary calcium, gated</source>
        <translation>calcium coronaire, synchronisé</translation>
    </message>
    <message>
        <source>aortic valve</source>
        <translation>valve aortique</translation>
    </message>
    <message>
        <source>chest CT, not gated</source>
        <translation>scanner thoracique, non synchronisé</translation>
    </message>
    <message>
        <source>not graded</source>
        <translation>non gradé</translation>
    </message>
    <message>
        <source>0, none</source>
        <translation>0, aucun</translation>
    </message>
    <message>
        <source>1, mild</source>
        <translation>1, légère</translation>
    </message>
    <message>
        <source>2, moderate</source>
        <translation>2, modérée</translation>
    </message>
    <message>
        <source>3, severe</source>
        <translation>3, sévère</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>non indiqué</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>final</source>
        <translation>définitif</translation>
    </message>
</context>
<context>
    <name>desktop.remark_text</name>
    <message>
        <source> in {file} and all {count} others</source>
        <translation> dans {file} et les {count} autres</translation>
    </message>
    <message>
        <source> in {file} and {count} more</source>
        <translation> dans {file} et {count} de plus</translation>
    </message>
    <message>
        <source>age</source>
        <translation>âge</translation>
    </message>
    <message>
        <source>male</source>
        <translation>masculin</translation>
    </message>
    <message>
        <source>female</source>
        <translation>féminin</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>sexe</translation>
    </message>
    <message>
        <source>ethnicity</source>
        <translation>ethnie</translation>
    </message>
    <message>
        <source>diabetes</source>
        <translation>diabète</translation>
    </message>
    <message>
        <source>smoking</source>
        <translation>tabac</translation>
    </message>
    <message>
        <source>total cholesterol</source>
        <translation>cholestérol total</translation>
    </message>
    <message>
        <source>HDL cholesterol</source>
        <translation>cholestérol HDL</translation>
    </message>
    <message>
        <source>lipid medication</source>
        <translation>médicament hypolipémiant</translation>
    </message>
    <message>
        <source>systolic blood pressure</source>
        <translation>pression systolique</translation>
    </message>
    <message>
        <source>blood pressure medication</source>
        <translation>médicament antihypertenseur</translation>
    </message>
    <message>
        <source>family history of heart attack</source>
        <translation>infarctus dans la famille</translation>
    </message>
    <message>
        <source>statin</source>
        <translation>statine</translation>
    </message>
    <message>
        <source>eGFR</source>
        <translation>DFGe</translation>
    </message>
    <message>
        <source>comparison group</source>
        <translation>groupe de comparaison</translation>
    </message>
    <message>
        <source> in {file}</source>
        <translation> dans {file}</translation>
    </message>
</context>
<context>
    <name>desktop.settings</name>
    <message>
        <source>Choose at least one thing to save.</source>
        <translation>Choisissez au moins une chose à enregistrer.</translation>
    </message>
    <message>
        <source>You have looked, and there is none: a score of 0. Without this, no marks are not read.</source>
        <translation>Vous avez regardé, et il n&apos;y en a pas&#xa0;: un score de 0. Sans cela, rien d&apos;annoté signifie non lu.</translation>
    </message>
    <message>
        <source>Load a series or choose a volume first.</source>
        <translation>Chargez d&apos;abord une série, ou choisissez un volume.</translation>
    </message>
    <message>
        <source>Take all slices with lesions and a margin.</source>
        <translation>Prendre toutes les coupes avec lésions et une marge.</translation>
    </message>
    <message>
        <source>Choose the reduced CT first.</source>
        <translation>Choisissez d&apos;abord le CT réduit.</translation>
    </message>
    <message>
        <source>Slice 1 is the most inferior.</source>
        <translation>La coupe 1 est la plus basse.</translation>
    </message>
    <message>
        <source>To type a range, choose the reduced CT without “Slices with lesions”.</source>
        <translation>Pour saisir une plage, choisissez le CT réduit sans «&#xa0;Coupes avec lésions&#xa0;».</translation>
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
        <translation>Ce volume peut être évalué.</translation>
    </message>
    <message>
        <source>The volume or its marks were deleted.</source>
        <translation>Le volume ou ses annotations ont été supprimés.</translation>
    </message>
    <message>
        <source>Open a DICOM database first.</source>
        <translation>Ouvrez d&apos;abord une base DICOM.</translation>
    </message>
    <message>
        <source>Load a series from the list below, or import a DICOM folder. To try it out, load the phantom.</source>
        <translation>Chargez une série de la liste ci-dessous, ou importez un dossier DICOM. Pour essayer, chargez le fantôme.</translation>
    </message>
    <message>
        <source>No slice was chosen: all slices with lesions are taken.</source>
        <translation>Aucune coupe n&apos;a été choisie&#xa0;: toutes celles avec lésions sont prises.</translation>
    </message>
    <message>
        <source>no coronary calcium</source>
        <translation>pas de calcium coronaire</translation>
    </message>
    <message>
        <source>minimal</source>
        <translation>minime</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>légère</translation>
    </message>
    <message>
        <source>moderate</source>
        <translation>modérée</translation>
    </message>
    <message>
        <source>severe</source>
        <translation>sévère</translation>
    </message>
    <message>
        <source>extensive</source>
        <translation>étendue</translation>
    </message>
    <message>
        <source>age not in DICOM</source>
        <translation>âge absent de DICOM</translation>
    </message>
    <message>
        <source>not available</source>
        <translation>non disponible</translation>
    </message>
    <message>
        <source>Saving writes version {next}; version {number} stays.</source>
        <translation>L&apos;enregistrement écrit la version {next}&#xa0;; la version {number} reste.</translation>
    </message>
    <message>
        <source>Click each lesion of {territory} in a slice view; Shift+click takes it out.</source>
        <translation>Cliquez chaque lésion de {territory} dans une vue de coupe&#xa0;; Maj+clic la retire.</translation>
    </message>
    <message>
        <source>Mark a lesion first.</source>
        <translation>Annotez d&apos;abord une lésion.</translation>
    </message>
    <message>
        <source>Take the last edit back. Key Z.</source>
        <translation>Annuler la dernière modification. Touche Z.</translation>
    </message>
    <message>
        <source>Do again what was taken back. Key Y.</source>
        <translation>Refaire ce qui a été annulé. Touche Y.</translation>
    </message>
    <message>
        <source>Outline what may be calcium near the heart and is not marked; N steps through it, the largest first.</source>
        <translation>Entourer ce qui peut être du calcium près du cœur et n&apos;est pas annoté&#xa0;; N les parcourt, le plus grand d&apos;abord.</translation>
    </message>
    <message>
        <source>Copy the table, for a spreadsheet or a text.</source>
        <translation>Copier le tableau, pour un tableur ou un texte.</translation>
    </message>
    <message>
        <source>Save the scores with rules and warnings as CSV.</source>
        <translation>Enregistrer les scores avec règles et avertissements en CSV.</translation>
    </message>
    <message>
        <source>Save both reports as one PDF document: A4, for print; its text can be searched.</source>
        <translation>Enregistrer les deux comptes rendus en un PDF&#xa0;: A4, à imprimer&#xa0;; son texte est interrogeable.</translation>
    </message>
    <message>
        <source>Copy findings and impression as sentences, for a dictation or a letter.</source>
        <translation>Copier constatations et conclusion en phrases, pour une dictée ou une lettre.</translation>
    </message>
    <message>
        <source>Add the slice in the large view, drawn with its scores.</source>
        <translation>Ajouter la coupe de la grande vue, dessinée avec ses scores.</translation>
    </message>
    <message>
        <source>Add every slice that holds a lesion.</source>
        <translation>Ajouter chaque coupe qui contient une lésion.</translation>
    </message>
    <message>
        <source>Choose no slices: all slices with lesions are taken.</source>
        <translation>Ne choisir aucune coupe&#xa0;: toutes celles avec lésions sont prises.</translation>
    </message>
    <message>
        <source>Load the next series without a reading; what is saved is closed.</source>
        <translation>Charger la série suivante sans lecture&#xa0;; ce qui est enregistré est fermé.</translation>
    </message>
    <message>
        <source>Put a thorax with known calcium into the DICOM database and load it.</source>
        <translation>Mettre un thorax au calcium connu dans la base DICOM et le charger.</translation>
    </message>
    <message>
        <source>CAC-DRS {category}: {details}</source>
        <translation>CAC-DRS {category}&#xa0;: {details}</translation>
    </message>
    <message>
        <source>{grade}, {vessels} of 4 vessels</source>
        <translation>{grade}, {vessels} vaisseaux sur 4</translation>
    </message>
    <message>
        <source>{grade} ({classification})</source>
        <translation>{grade} ({classification})</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Homme</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Femme</translation>
    </message>
    <message>
        <source>Sex not in DICOM</source>
        <translation>Sexe absent de DICOM</translation>
    </message>
    <message>
        <source>{sex}, {years}</source>
        <translation>{sex}, {years}</translation>
    </message>
    <message>
        <source>{percentile} of 100 ({nonzero} of 100 in this group of {population} have calcium)</source>
        <translation>{percentile} sur 100 ({nonzero} sur 100 de ce groupe de {population} ont du calcium)</translation>
    </message>
    <message>
        <source>{age:.0f} years</source>
        <translation>{age:.0f} ans</translation>
    </message>
    <message>
        <source>{name}. {source}. Weights 1 to 4 from {weights} HU, for {kvp:g} kVp.</source>
        <translation>{name}. {source}. Poids 1 à 4 à partir de {weights} UH, pour {kvp:g} kVp.</translation>
    </message>
    <message>
        <source>{rules} Mass factor: {source}.</source>
        <translation>{rules} Facteur de masse&#xa0;: {source}.</translation>
    </message>
    <message>
        <source>DICOM says &quot;{group}&quot; (Ethnic Group); please confirm.</source>
        <translation>DICOM indique «&#xa0;{group}&#xa0;» (Ethnic Group)&#xa0;; à confirmer.</translation>
    </message>
    <message>
        <source>This volume can be scored, but not saved to DICOM. {reason}</source>
        <translation>Ce volume peut être évalué, mais pas enregistré en DICOM. {reason}</translation>
    </message>
    <message>
        <source>Version {number} is final and stays as it is. What you change is saved as version {next}.</source>
        <translation>La version {number} est définitive et reste telle quelle. Ce que vous changez est enregistré comme version {next}.</translation>
    </message>
    <message>
        <source>Press a territory (or its key, {first} to {last}), then click each lesion in a slice view.</source>
        <translation>Pressez un territoire (ou sa touche, {first} à {last}), puis cliquez chaque lésion dans une vue de coupe.</translation>
    </message>
    <message>
        <source>{grade}, number of vessels not available</source>
        <translation>{grade}, nombre de vaisseaux non disponible</translation>
    </message>
    <message>
        <source>{value} (typed)</source>
        <translation>{value} (saisi)</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} ans</translation>
    </message>
    <message>
        <source>{population}: {reason}</source>
        <translation>{population}&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{percentile} of 100 ({population})</source>
        <translation>{percentile} sur 100 ({population})</translation>
    </message>
</context>
<context>
    <name>followup.prior_choice</name>
    <message>
        <source>no score</source>
        <translation>pas de score</translation>
    </message>
    <message>
        <source>Read this scan</source>
        <translation>Lire cet examen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparer</translation>
    </message>
    <message>
        <source>Nobody has read this scan: show it to be read. The reading that is open stays open, under Volume.</source>
        <translation>Personne n&apos;a lu cet examen&#xa0;: l&apos;afficher pour le lire. La lecture ouverte reste ouverte, sous Volume.</translation>
    </message>
    <message>
        <source>Open this reading, and lay its scan on the one that is shown.</source>
        <translation>Ouvrir cette lecture, et poser son examen sur celui qui est affiché.</translation>
    </message>
    <message>
        <source>not read: {series}, {images} images</source>
        <translation>non lu&#xa0;: {series}, {images} images</translation>
    </message>
</context>
<context>
    <name>followup.section</name>
    <message>
        <source>Earlier scans</source>
        <translation>Examens antérieurs</translation>
    </message>
    <message>
        <source>Show beside today&apos;s scan</source>
        <translation>Montrer à côté de l&apos;examen du jour</translation>
    </message>
    <message>
        <source>Take the earlier territories</source>
        <translation>Reprendre les territoires antérieurs</translation>
    </message>
    <message>
        <source>The earlier scan is being opened and aligned.</source>
        <translation>L&apos;examen antérieur est ouvert et aligné.</translation>
    </message>
    <message>
        <source>I state that they are one person</source>
        <translation>J&apos;affirme que c&apos;est une même personne</translation>
    </message>
    <message>
        <source>An earlier scan that lies well on this one is needed.</source>
        <translation>Il faut un examen antérieur bien aligné sur celui-ci.</translation>
    </message>
    <message>
        <source>Each lesion gets the territory that it had then; one step of undo each.</source>
        <translation>Chaque lésion reçoit le territoire qu&apos;elle avait alors&#xa0;; une étape d&apos;annulation chacune.</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>Lésion</translation>
    </message>
    <message>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Avant</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Flip dates ({key})</source>
        <translation>Changer de date ({key})</translation>
    </message>
</context>
<context>
    <name>followup.shift</name>
    <message>
        <source>Move by mm:</source>
        <translation>Déplacer de mm&#xa0;:</translation>
    </message>
    <message>
        <source>To the left of the patient; negative values to the right. The scores do not change.</source>
        <translation>Vers la gauche du patient&#xa0;; valeurs négatives vers la droite. Les scores ne changent pas.</translation>
    </message>
    <message>
        <source>To the back of the patient; negative values to the front. The scores do not change.</source>
        <translation>Vers l&apos;arrière&#xa0;; valeurs négatives vers l&apos;avant. Les scores ne changent pas.</translation>
    </message>
    <message>
        <source>To the head of the patient; negative values to the feet. The scores do not change.</source>
        <translation>Vers la tête&#xa0;; valeurs négatives vers les pieds. Les scores ne changent pas.</translation>
    </message>
</context>
<context>
    <name>followup.territories</name>
    <message>
        <source>{territory} on {date}: {key} gives it to {territory}.</source>
        <translation>{territory} le {date}&#xa0;: {key} la donne à {territory}.</translation>
    </message>
    <message>
        <source>First choose a lesion that had another territory on the earlier scan.</source>
        <translation>Choisir d&apos;abord une lésion qui avait un autre territoire à l&apos;examen antérieur.</translation>
    </message>
    <message>
        <source>Taken from the earlier scan: {moves}. Z takes each back.</source>
        <translation>Repris de l&apos;examen antérieur&#xa0;: {moves}. Z annule chacun.</translation>
    </message>
    <message>
        <source>No lesion had another territory on the earlier scan.</source>
        <translation>Aucune lésion n&apos;avait un autre territoire à l&apos;examen antérieur.</translation>
    </message>
    <message>
        <source>Not marked on {date}.</source>
        <translation>Pas marquée le {date}.</translation>
    </message>
    <message>
        <source>Marked on {date}, of no known vessel.</source>
        <translation>Marquée le {date}, vaisseau inconnu.</translation>
    </message>
    <message>
        <source>{territory} on {date} too.</source>
        <translation>{territory} aussi le {date}.</translation>
    </message>
    <message>
        <source>{territory} on {date}: {key} marks it so.</source>
        <translation>{territory} le {date}&#xa0;: {key} le marque ainsi.</translation>
    </message>
    <message>
        <source>{territory}, as on the earlier scan. Z takes that back.</source>
        <translation>{territory}, comme à l&apos;examen antérieur. Z annule cela.</translation>
    </message>
</context>
<context>
    <name>followup.texts</name>
    <message>
        <source>Agatston {before} to {after}: more than the error of measurement.</source>
        <translation>Agatston de {before} à {after} : plus que l&apos;erreur de mesure.</translation>
    </message>
    <message>
        <source>Agatston {before} to {after}: within the error of measurement.</source>
        <translation>Agatston de {before} à {after} : dans l&apos;erreur de mesure.</translation>
    </message>
    <message>
        <source>Agatston {before} to {after}: whether this is a real change is unclear.</source>
        <translation>Agatston de {before} à {after} : on ne sait pas si le changement est réel.</translation>
    </message>
    <message>
        <source>The scans lie well on each other: {percent} % agreement.</source>
        <translation>Les examens sont bien alignés&#xa0;: {percent} % d&apos;accord.</translation>
    </message>
    <message>
        <source>The scans lie fairly on each other: {percent} % agreement.</source>
        <translation>Les examens sont moyennement alignés&#xa0;: {percent} % d&apos;accord.</translation>
    </message>
    <message>
        <source>The scans lie badly on each other: {percent} % agreement.</source>
        <translation>Les examens sont mal alignés&#xa0;: {percent} % d&apos;accord.</translation>
    </message>
    <message>
        <source>new</source>
        <translation>nouvelle</translation>
    </message>
    <message>
        <source>grown</source>
        <translation>accrue</translation>
    </message>
    <message>
        <source>same</source>
        <translation>inchangée</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>plus petite</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>disparue</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>fusionnée</translation>
    </message>
    <message>
        <source>split</source>
        <translation>divisée</translation>
    </message>
    <message>
        <source>not on the earlier scan</source>
        <translation>pas sur l&apos;examen antérieur</translation>
    </message>
    <message>
        <source>not on the later scan</source>
        <translation>pas sur l&apos;examen ultérieur</translation>
    </message>
</context>
<context>
    <name>marking.answers</name>
    <message>
        <source>{territory}: {volume} mm³, peak {peak:.0f} HU, Agatston {agatston}.</source>
        <translation>{territory}&#xa0;: {volume} mm³, maximum {peak:.0f} UH, Agatston {agatston}.</translation>
    </message>
    <message>
        <source>{territory}: marked, {volume} mm³, but it counts nothing. {reason}</source>
        <translation>{territory}&#xa0;: annoté, {volume} mm³, mais ne compte pas. {reason}</translation>
    </message>
</context>
<context>
    <name>marking.candidates</name>
    <message>
        <source>in the box {name}</source>
        <translation>dans la boîte {name}</translation>
    </message>
    <message>
        <source>in and on the heart of {name}</source>
        <translation>dans et sur le cœur de {name}</translation>
    </message>
    <message>
        <source>near the heart, as the lungs show it</source>
        <translation>près du cœur, tel que les poumons le montrent</translation>
    </message>
    <message>
        <source>anywhere, since no lungs are seen</source>
        <translation>partout, car aucun poumon n&apos;est visible</translation>
    </message>
    <message>
        <source>Candidates: {count}, {where}. N steps through them, the largest first.</source>
        <translation>Candidats : {count}, {where}. N passe de l&apos;un à l&apos;autre, le plus grand d&apos;abord.</translation>
    </message>
</context>
<context>
    <name>marking.section</name>
    <message>
        <source>Grown again at {threshold:.0f} HU: Agatston {before}, now {now}. Z takes that back.</source>
        <translation>Recrû à {threshold:.0f} UH&#xa0;: Agatston {before}, maintenant {now}. Z annule.</translation>
    </message>
    <message>
        <source>Candidate {number} of {count}: {volume} mm³, peak {peak:.0f} HU. A click on it marks it.</source>
        <translation>Candidat {number} sur {count}&#xa0;: {volume} mm³, maximum {peak:.0f} UH. Un clic dessus l&apos;annote.</translation>
    </message>
    <message>
        <source>Grow again at {threshold:.0f} HU</source>
        <translation>Faire croître à {threshold:.0f} UH</translation>
    </message>
    <message>
        <source>Nothing reaches the threshold and is not marked.</source>
        <translation>Rien n&apos;atteint le seuil sans être annoté.</translation>
    </message>
    <message>
        <source>A lesion of {territory} is selected: a digit gives it to another territory, Delete removes it.</source>
        <translation>Une lésion de {territory} est choisie&#xa0;: un chiffre la donne à un autre territoire, Suppr la retire.</translation>
    </message>
    <message>
        <source>The selected lesion went from {old} to {new}. Z takes that back.</source>
        <translation>La lésion choisie est passée de {old} à {new}. Z annule.</translation>
    </message>
    <message>
        <source>{count} stayed as marked: they would be too large for a lesion.</source>
        <translation>{count} sont restées telles quelles&#xa0;: elles seraient trop grandes pour une lésion.</translation>
    </message>
</context>
<context>
    <name>marking.territory_buttons</name>
    <message>
        <source>{name}: click calcium in a slice view to mark it; Shift+click takes it out. Key {key}.</source>
        <translation>{name}&#xa0;: cliquer le calcium dans une vue de coupe pour l&apos;annoter&#xa0;; Maj+clic le retire. Touche {key}.</translation>
    </message>
    <message>
        <source>Not part of the coronary total.</source>
        <translation>Hors du total coronaire.</translation>
    </message>
    <message>
        <source>Lesions: {count}.</source>
        <translation>Lésions&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>{territory}: {agatston}</source>
        <translation>{territory}&#xa0;: {agatston}</translation>
    </message>
</context>
<context>
    <name>meaning.choosing</name>
    <message>
        <source>Table of a reference population</source>
        <translation>Table d&apos;une population de référence</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>age, sex, ethnicity</source>
        <translation>âge, sexe, ethnie</translation>
    </message>
    <message>
        <source>age, sex</source>
        <translation>âge, sexe</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <source>Compared with: {population}</source>
        <translation>Comparé à&#xa0;: {population}</translation>
    </message>
</context>
<context>
    <name>meaning.risk</name>
    <message>
        <source>not available</source>
        <translation>non disponible</translation>
    </message>
    <message>
        <source>MESA, with the calcium score: {risk}</source>
        <translation>MESA, avec le score calcique&#xa0;: {risk}</translation>
    </message>
    <message>
        <source>PREVENT, without the calcium score: ASCVD {ascvd}, all cardiovascular disease {cvd}</source>
        <translation>PREVENT, sans le score calcique&#xa0;: ASCVD {ascvd}, toutes les maladies cardiovasculaires {cvd}</translation>
    </message>
    <message>
        <source>PREVENT, without the calcium score: {risk}</source>
        <translation>PREVENT, sans le score calcique&#xa0;: {risk}</translation>
    </message>
    <message>
        <source>{percent:.1f} % in 10 years</source>
        <translation>{percent:.1f} % en 10 ans</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>non connue</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
</context>
<context>
    <name>modes.calibration</name>
    <message>
        <source>Rods of a QRM-CCI in the images</source>
        <translation>Inserts d&apos;un QRM-CCI dans les images</translation>
    </message>
    <message>
        <source>Stored for this scanner</source>
        <translation>Gardé pour cet appareil</translation>
    </message>
    <message>
        <source>File of stored calibrations...</source>
        <translation>Fichier d&apos;étalonnages gardés...</translation>
    </message>
    <message>
        <source>Stored calibrations</source>
        <translation>Étalonnages gardés</translation>
    </message>
    <message>
        <source>Of the scanner, this patient</source>
        <translation>De l&apos;appareil, ce patient</translation>
    </message>
    <message>
        <source>Of the scanner, patients below 32 cm</source>
        <translation>De l&apos;appareil, patients sous 32 cm</translation>
    </message>
    <message>
        <source>Of the scanner, patients of 32 to 38 cm</source>
        <translation>De l&apos;appareil, patients de 32 à 38 cm</translation>
    </message>
    <message>
        <source>Of the scanner, patients above 38 cm</source>
        <translation>De l&apos;appareil, patients au-dessus de 38 cm</translation>
    </message>
    <message>
        <source>Insert of {concentration:g} mg/cm³, by a click</source>
        <translation>Insert de {concentration:g} mg/cm³, par un clic</translation>
    </message>
    <message>
        <source>Click into the insert of {concentration:g} mg/cm³ in a slice view. Esc takes that back.</source>
        <translation>Cliquer dans l&apos;insert de {concentration:g} mg/cm³ dans une vue de coupe. Échap annule.</translation>
    </message>
    <message>
        <source>Mass factor {factor:.6g} mg/mm³/HU, {source}</source>
        <translation>Facteur de masse {factor:.6g} mg/mm³/UH, {source}</translation>
    </message>
</context>
<context>
    <name>modes.section</name>
    <message>
        <source>Grade the patient, and each vessel if you want the Weston score.</source>
        <translation>Gradez le patient, et chaque vaisseau si vous voulez le score de Weston.</translation>
    </message>
    <message>
        <source>severe stenosis unlikely</source>
        <translation>sténose sévère improbable</translation>
    </message>
    <message>
        <source>severe stenosis: not decided</source>
        <translation>sténose sévère&#xa0;: non tranché</translation>
    </message>
    <message>
        <source>severe stenosis likely</source>
        <translation>sténose sévère probable</translation>
    </message>
    <message>
        <source>severe stenosis very likely</source>
        <translation>sténose sévère très probable</translation>
    </message>
    <message>
        <source>Aortic valve {score}: {grade}. With low flow it is possible at lower scores too.</source>
        <translation>Valve aortique {score}&#xa0;: {grade}. À bas débit elle est possible aussi à des scores plus bas.</translation>
    </message>
    <message>
        <source>Visual grades</source>
        <translation>Grades visuels</translation>
    </message>
    <message>
        <source>Aortic valve {score}. {reason}</source>
        <translation>Valve aortique {score}. {reason}</translation>
    </message>
    <message>
        <source>CAC-DRS {category} (visual)</source>
        <translation>CAC-DRS {category} (visuel)</translation>
    </message>
    <message>
        <source>Weston score: grade {vessels} too</source>
        <translation>Score de Weston&#xa0;: grader aussi {vessels}</translation>
    </message>
    <message>
        <source>Weston score {score} of {most}</source>
        <translation>Score de Weston {score} sur {most}</translation>
    </message>
</context>
<context>
    <name>proposals.section</name>
    <message>
        <source>Heart by TotalSegmentator...</source>
        <translation>Cœur par TotalSegmentator...</translation>
    </message>
    <message>
        <source>Open TotalSegmentator with this volume. Once it was applied, proposals and candidates use its heart.</source>
        <translation>Ouvrir TotalSegmentator avec ce volume. Une fois appliqué, propositions et candidats utilisent son cœur.</translation>
    </message>
    <message>
        <source>Looking for calcium</source>
        <translation>Recherche de calcium</translation>
    </message>
    <message>
        <source>Nothing near the heart is likely to be coronary calcium. Look for yourself before you confirm a zero.</source>
        <translation>Près du cœur, rien n&apos;atteint le seuil sans être annoté.</translation>
    </message>
    <message>
        <source>The search was stopped; nothing is proposed.</source>
        <translation>La recherche a été arrêtée&#xa0;; rien n&apos;est proposé.</translation>
    </message>
    <message>
        <source>Stop looking (P)</source>
        <translation>Arrêter la recherche (P)</translation>
    </message>
    <message>
        <source>Propose lesions (P)</source>
        <translation>Proposer des lésions (P)</translation>
    </message>
    <message>
        <source>Find what is likely to be coronary calcium; you accept or correct each.</source>
        <translation>Trouver ce qui est sans doute du calcium coronaire&#xa0;; vous acceptez ou corrigez chacun.</translation>
    </message>
    <message>
        <source>Proposed: {count}. Accepted {accepted}, rejected {rejected}, open {open}.</source>
        <translation>Proposées&#xa0;: {count}. Acceptées {accepted}, rejetées {rejected}, ouvertes {open}.</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>Vaisseau</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Coupe</translation>
    </message>
    <message>
        <source>Peak HU</source>
        <translation>UH max.</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Décision</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>acceptée</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>rejetée</translation>
    </message>
    <message>
        <source>open</source>
        <translation>ouverte</translation>
    </message>
    <message>
        <source>{territory}? {why} Enter accepts, Backspace rejects, a digit gives another vessel, N goes on.</source>
        <translation>{territory} ? {why} Entrée accepte, Retour arrière rejette, un chiffre donne un autre vaisseau, N passe au suivant.</translation>
    </message>
    <message>
        <source>{count} accepted as {territory}.</source>
        <translation>{count} acceptées comme {territory}.</translation>
    </message>
</context>
<context>
    <name>readings.deciding</name>
    <message>
        <source>marked by one</source>
        <translation>annoté par un seul</translation>
    </message>
    <message>
        <source>other territory</source>
        <translation>autre territoire</translation>
    </message>
    <message>
        <source>other extent</source>
        <translation>autre étendue</translation>
    </message>
    <message>
        <source>This is a reading of its own: enter who decided, check it, and save it as final.</source>
        <translation>C&apos;est une lecture à part&#xa0;: indiquez qui a décidé, vérifiez-la, et enregistrez-la comme définitive.</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>Take {reader}</source>
        <translation>Prendre {reader}</translation>
    </message>
    <message>
        <source>Show {reader}</source>
        <translation>Montrer {reader}</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>Coupe</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>The two readings score the same places alike.</source>
        <translation>Les deux lectures évaluent les mêmes endroits pareil.</translation>
    </message>
    <message>
        <source>{first} and {second}: {open} places differ, {done} decided. Shown: {shown}.</source>
        <translation>{first} et {second}&#xa0;: {open} endroits diffèrent, {done} décidés. Montré&#xa0;: {shown}.</translation>
    </message>
    <message>
        <source>Places not decided, which hold no marks: {count}.</source>
        <translation>Endroits non décidés, sans annotation&#xa0;: {count}.</translation>
    </message>
</context>
<context>
    <name>readings.exams</name>
    <message>
        <source>unread</source>
        <translation>non lues</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>final</source>
        <translation>définitif</translation>
    </message>
    <message>
        <source>disagreement</source>
        <translation>désaccord</translation>
    </message>
    <message>
        <source>no status</source>
        <translation>sans statut</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sans nom</translation>
    </message>
    <message>
        <source>Two final readings have another category or another number of vessels.</source>
        <translation>Deux lectures définitives ont une autre catégorie ou un autre nombre de vaisseaux.</translation>
    </message>
    <message>
        <source>Readings of others are shown when your own is final.</source>
        <translation>Les lectures des autres apparaissent quand la vôtre est définitive.</translation>
    </message>
    <message>
        <source>{count} hidden</source>
        <translation>{count} cachées</translation>
    </message>
</context>
<context>
    <name>readings.section</name>
    <message>
        <source>unread</source>
        <translation>non lues</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>brouillon</translation>
    </message>
    <message>
        <source>final</source>
        <translation>définitif</translation>
    </message>
    <message>
        <source>in disagreement</source>
        <translation>en désaccord</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Non lues</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Définitif</translation>
    </message>
    <message>
        <source>Disagreement</source>
        <translation>Désaccord</translation>
    </message>
    <message>
        <source>Select an exam first.</source>
        <translation>Choisissez d&apos;abord un examen.</translation>
    </message>
    <message>
        <source>Two final readings are needed.</source>
        <translation>Deux lectures définitives sont nécessaires.</translation>
    </message>
    <message>
        <source>Open the newest reading of the exam, or its images if there is none.</source>
        <translation>Ouvrir la lecture la plus récente de l&apos;examen, ou ses images s&apos;il n&apos;y en a pas.</translation>
    </message>
    <message>
        <source>List where the two final readings differ, and decide.</source>
        <translation>Lister où les deux lectures définitives diffèrent, et décider.</translation>
    </message>
</context>
<context>
    <name>reporting.report_preview</name>
    <message>
        <source>The pages appear here as soon as a volume is chosen.</source>
        <translation>Les pages apparaissent ici dès qu&apos;un volume est choisi.</translation>
    </message>
    <message>
        <source>Screen save, slice {number}</source>
        <translation>Capture, coupe {number}</translation>
    </message>
</context>
<context>
    <name>reporting.section</name>
    <message>
        <source>Save report</source>
        <translation>Enregistrer le compte rendu</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>Documents PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The text of the report was copied.</source>
        <translation>Le texte du compte rendu a été copié.</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Enregistré&#xa0;: {file}</translation>
    </message>
</context>
<context>
    <name>result.line</name>
    <message>
        <source>not valid</source>
        <translation>non valable</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>non lu</translation>
    </message>
    <message>
        <source>not confirmed by a reader</source>
        <translation>non confirmé par un lecteur</translation>
    </message>
    <message>
        <source>ungated</source>
        <translation>non synchronisé</translation>
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
        <translation>non synchronisé, CAC-DRS {category}</translation>
    </message>
    <message>
        <source>percentile {percentile}</source>
        <translation>percentile {percentile}</translation>
    </message>
    <message>
        <source>{count} proposals open</source>
        <translation>{count} propositions ouvertes</translation>
    </message>
</context>
<context>
    <name>result.view_text</name>
    <message>
        <source>{number} of {count}, {offset:.0f} mm</source>
        <translation>{number} sur {count}, {offset:.0f} mm</translation>
    </message>
</context>
<context>
    <name>saving.saving</name>
    <message>
        <source>Physician report</source>
        <translation>Compte rendu du médecin</translation>
    </message>
    <message>
        <source>Patient report</source>
        <translation>Compte rendu du patient</translation>
    </message>
    <message>
        <source>Screen saves</source>
        <translation>Captures</translation>
    </message>
    <message>
        <source>Physician report, PDF</source>
        <translation>Compte rendu du médecin, PDF</translation>
    </message>
    <message>
        <source>Patient report, PDF</source>
        <translation>Compte rendu du patient, PDF</translation>
    </message>
    <message>
        <source>Marks (segmentation)</source>
        <translation>Annotations (segmentation)</translation>
    </message>
    <message>
        <source>Reading (structured report)</source>
        <translation>Lecture (Structured Report)</translation>
    </message>
    <message>
        <source>Outlines over the CT (presentation state)</source>
        <translation>Contours sur le CT (Presentation State)</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 document</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 image</translation>
    </message>
    <message>
        <source>Show the selected series in the DICOM browser.</source>
        <translation>Montrer la série choisie dans le navigateur DICOM.</translation>
    </message>
    <message>
        <source>Select a line above.</source>
        <translation>Choisissez une ligne ci-dessus.</translation>
    </message>
    <message>
        <source>{count} images</source>
        <translation>{count} images</translation>
    </message>
    <message>
        <source>Write the chosen series into the study of the CT, all or none. Key {key}.</source>
        <translation>Écrire les séries choisies dans l&apos;étude du CT, toutes ou aucune. Touche {key}.</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was written.</source>
        <translation>Annulé. Rien n&apos;a été écrit.</translation>
    </message>
    <message>
        <source>Written into the DICOM database:</source>
        <translation>Écrit dans la base DICOM&#xa0;:</translation>
    </message>
    <message>
        <source>Saved: {series} series, {files} files.</source>
        <translation>Enregistré&#xa0;: {series} séries, {files} fichiers.</translation>
    </message>
    <message>
        <source>Not saved. {reasons}</source>
        <translation>Non enregistré. {reasons}</translation>
    </message>
</context>
<context>
    <name>scores.score_table</name>
    <message>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <source>Lesions</source>
        <translation>Lésions</translation>
    </message>
    <message>
        <source>Agatston</source>
        <translation>Agatston</translation>
    </message>
    <message>
        <source>Volume (mm³)</source>
        <translation>Volume (mm³)</translation>
    </message>
    <message>
        <source>Mass (mg)</source>
        <translation>Masse (mg)</translation>
    </message>
    <message>
        <source>Not part of the total</source>
        <translation>Hors du total</translation>
    </message>
    <message>
        <source>Coronary total</source>
        <translation>Total coronaire</translation>
    </message>
</context>
<context>
    <name>scores.section</name>
    <message>
        <source>Rules from a file</source>
        <translation>Règles d&apos;un fichier</translation>
    </message>
    <message>
        <source>Rules as JSON (*.json)</source>
        <translation>Règles en JSON (*.json)</translation>
    </message>
    <message>
        <source>Save scores</source>
        <translation>Enregistrer les scores</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Valeurs séparées par des virgules (*.csv)</translation>
    </message>
    <message>
        <source>Saved: {file}</source>
        <translation>Enregistré&#xa0;: {file}</translation>
    </message>
</context>
<context>
    <name>views.views</name>
    <message>
        <source>There is no slice view in this window.</source>
        <translation>Il n&apos;y a pas de vue de coupe dans cette fenêtre.</translation>
    </message>
</context>
</TS>
