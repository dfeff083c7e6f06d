"""A check of a scanner as data: the JSON of schema "smartscore-phantom-qa/1". Numbers are in full precision."""

from typing import Any

from SmartScoreLib.identity import identity
from SmartScoreLib.quality.model import MEASURES, InsertResult, PhantomCheck, PhantomSize
from SmartScoreLib.quality.published import SCANS, SIZES, SOURCE, VENDORS, published
from SmartScoreLib.remarks.english import english
from SmartScoreLib.remarks.model import remark_json
from SmartScoreLib.scoring.presets import protocol_json

SCHEMA = "smartscore-phantom-qa/1"


def check_json(check: PhantomCheck, size: PhantomSize | None = None) -> dict[str, Any]:
    """The check as a JSON object; positions in mm (LPS), volumes in mm3, masses in mg.

    `size` leaves the published figures of the other size out.
    """
    study, made = check.description.study, check.description.acquisition
    scanner, factor = check.scanner, check.factor
    return {
        "schema": SCHEMA,
        "software": f"{identity().name} {identity().version}",
        "scanner": {
            "manufacturer": scanner.manufacturer,
            "model": scanner.model,
            "serial_number": scanner.serial_number,
            "station": scanner.station,
        },
        "series": {
            "SeriesInstanceUID": check.series_instance_uid,
            "study_date": study.study_date.isoformat() if study.study_date else None,
            "kvp": made.kvp,
            "exposure_mas": made.exposure_mas,
            "kernel": made.kernel,
            "slice_spacing_mm": made.slice_spacing_mm,
            "slice_thickness_mm": made.slice_thickness_mm,
        },
        "phantom": {"name": "QRM-CCI", "size": size, "misfit_mm": check.phantom.misfit_mm},
        "mass_factor": check.protocol.mass_factor,
        "mass_factor_source": english(check.protocol.mass_factor_source) if check.protocol.mass_factor_source else "",
        "rods": None
        if factor is None
        else {"mass_factor": factor.factor, "calcium_hu": factor.calcium_hu, "water_hu": factor.water_hu},
        "protocol": protocol_json(check.protocol),
        "inserts": [_insert(result, size) for result in check.results],
        "published_source": SOURCE,
        "remarks": [remark_json(one) | {"text": english(one)} for one in check.remarks],
    }


def _insert(result: InsertResult, size: PhantomSize | None) -> dict[str, Any]:
    insert = result.insert
    return {
        "density_mg_cm3": insert.density_mg_cm3,
        "diameter_mm": insert.diameter_mm,
        "nominal_volume_mm3": insert.volume_mm3,
        "nominal_mass_mg": insert.mass_mg,
        **{measure: getattr(result, measure) for measure in MEASURES},
        "peak_hu": result.peak_hu,
        "place_lps_mm": list(result.place_lps_mm),
        "published": [
            {"vendor": vendor, "size": one, "scans": SCANS}
            | {
                measure: {"mean": spread.mean, "least": spread.least, "most": spread.most}
                for measure, spread in published(vendor, one, insert).items()
            }
            for vendor in VENDORS
            for one in ([size] if size else SIZES)
        ],
    }
