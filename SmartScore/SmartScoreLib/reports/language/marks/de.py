"""What is said of marks, in German."""

MARKS: dict[str, str] = {
    "lesions.fractional": "{file} enthält Anteile statt Markierungen; genommen wurden Voxel ab {percent} %.",
    "lesions.not_known": "{file} markiert {segments}, kein bekanntes Territorium; diese Markierungen "
    "wurden weggelassen.",
    "lesions.hit_next_to_nothing": "Nur {reaching} von {voxels} markierten Voxeln aus {file} "
    "({percent:.1f} %) erreichen {threshold_hu} HU; den Markierungen wurde vertraut.",
    "lesions.cut": "Die Markierungen aus {file} zerschneiden zusammenhängenden Kalk "
    "({lesions:Herd|Herde}): {voxels} von {whole} Voxeln liegen außerhalb und zählen nicht. Nachwachsen würde "
    "sie nehmen.",
    "lesions.marked_at": "Kalk wurde ab {marked_hu} HU markiert und wird ab {threshold_hu} HU gezählt: Was am Rand von "
    "{lesions:Markierung|Markierungen} dazwischen liegt, fehlt darin.",
    "lesions.regrown": "Die Markierungen aus {file} wurden nachgewachsen: {lesions:berührter Herd|berührte "
    "Herde} ganz genommen, {voxels} Voxel mehr als markiert; {left_as_marked} größere als jede Läsion blieben "
    "wie markiert.",
    "lesions.away_from_heart": "{voxels} von {whole} Voxeln Kalk, die {file} als koronar markiert, liegen "
    "abseits des Herzens: mehr als {margin_mm} mm neben dem Gewebe zwischen den Lungen.",
    "lesions.contours_outside": "{contours:Kontur|Konturen} aus {file} außerhalb der Bilder: weggelassen.",
    "lesions.contours_moved": "{contours:Kontur|Konturen} aus {file} zwischen zwei Schichten: in die nähere genommen.",
    "lesions.share": "{reaching} von {voxels} markierten Voxeln aus {file} ({percent:.1f} %) erreichen "
    "{threshold_hu} HU.",
    "lesions.read_as": "Namen in {file} wurden gelesen als {read_as}.",
}
