"""Outlines over the source images: drawn by others, they lie on the lesions to a pixel."""

from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageDraw
from pydicom import dcmread

from dicom.saved.conftest import dciodvfy, scattered_marks
from phantoms import oblique
from SmartScoreLib.dicomwriting.presentation import write as writing
from SmartScoreLib.dicomwriting.presentation.outlines import outlines
from SmartScoreLib.dicomwriting.presentation.write import write_presentation
from SmartScoreLib.lesions.territories import BY_KEY
from SmartScoreLib.reading.read import make_reading
from SmartScoreLib.scoring.presets import DEFAULT_PROTOCOL

ZOOM = 8


def drawn(lines, shape):
    """Pixels whose center lies inside of closed lines, by Pillow; what is inside twice is a hole."""
    rows, columns = shape
    inside = np.zeros(shape, bool)
    for line in lines:
        picture = Image.new("1", (columns * ZOOM, rows * ZOOM))
        ImageDraw.Draw(picture).polygon([(x * ZOOM, y * ZOOM) for x, y in line], fill=1)
        inside ^= np.asarray(picture)[ZOOM // 2 :: ZOOM, ZOOM // 2 :: ZOOM]
    return inside


def lines_of(annotation):
    """The closed lines of an annotation, those that are in parts put together."""
    lines = []
    for item in annotation.GraphicObjectSequence:
        assert (item.GraphicType, item.GraphicAnnotationUnits) == ("POLYLINE", "PIXEL")
        points = np.reshape(item.GraphicData, (-1, 2)).tolist()
        assert len(points) == item.NumberOfGraphicPoints
        if lines and lines[-1][0] != lines[-1][-1]:
            assert lines[-1][-1] == points[0]
            lines[-1] += points[1:]
        else:
            lines.append(points)
    return lines


def counted(reading):
    """(slice, territory) -> mask of the counted pixels."""
    masks = defaultdict(lambda: np.zeros(reading.series.geometry.shape[1:], bool))
    for lesion in reading.sheet.lesions:
        for part in lesion.components:
            masks[part.slice_index, part.territory][tuple(part.pixels.T)] = True
    return masks


@pytest.mark.parametrize("shape", [{}, {"orientation": "FFP"}, {"orientation": oblique(20, 10)}])
def test_the_outlines_enclose_the_counted_pixels_of_their_image_and_no_others(tmp_path, series_of, shape):
    series = series_of(shape, shuffled=True)
    marks = replace(scattered_marks(series, part=0.5), labels=scattered_marks(series, part=0.5).labels)
    reading = make_reading(series, marks, DEFAULT_PROTOCOL)
    (file,) = write_presentation(reading, tmp_path / "pr").files
    slices = {header.SOPInstanceUID: index for index, header in enumerate(series.datasets)}
    expected = counted(reading)
    assert len(expected) > 50
    seen = set()
    for annotation in dcmread(file).GraphicAnnotationSequence:
        (image,) = annotation.ReferencedImageSequence
        place = slices[image.ReferencedSOPInstanceUID], annotation.GraphicLayer
        assert place not in seen
        seen.add(place)
        assert np.array_equal(drawn(lines_of(annotation), series.geometry.shape[1:]), expected[place]), place
    assert seen == set(expected)


def test_names_stand_beside_their_lesions_and_layers_have_the_colors_of_the_territories(tmp_path, reading):
    (file,) = write_presentation(reading, tmp_path).files
    state = dcmread(file)
    from highdicom.color import CIELabColor

    layers = {one.GraphicLayer: one for one in state.GraphicLayerSequence}
    assert list(layers) == ["LAD", "LCX", "RCA", "AV", "MV"]
    assert [one.GraphicLayerOrder for one in layers.values()] == [1, 2, 3, 4, 5]
    for key, layer in layers.items():
        color = CIELabColor.from_dicom_value(tuple(layer.GraphicLayerRecommendedDisplayCIELabValue)).to_rgb()
        assert np.abs(np.subtract(color, BY_KEY[key].color)).max() <= 1
    for annotation in state.GraphicAnnotationSequence:
        boxes = [np.array(line) for line in lines_of(annotation)]
        for text in annotation.TextObjectSequence:
            x, y = text.AnchorPoint
            assert text.UnformattedTextValue == annotation.GraphicLayer
            assert any(x == box[:, 0].max() + 1 and y == box[:, 1].min() for box in boxes)


def test_it_shows_the_calcium_window_of_the_whole_image_and_refers_to_every_image(tmp_path, reading):
    (file,) = write_presentation(reading, tmp_path).files
    state = dcmread(file)
    (series,) = state.ReferencedSeriesSequence
    assert series.SeriesInstanceUID == reading.series.series_instance_uid
    assert [one.ReferencedSOPInstanceUID for one in series.ReferencedImageSequence] == [
        header.SOPInstanceUID for header in reading.series.datasets
    ]
    (window,) = state.SoftcopyVOILUTSequence
    assert (window.WindowCenter, window.WindowWidth) == (130, 700)
    (area,) = state.DisplayedAreaSelectionSequence
    assert area.DisplayedAreaTopLeftHandCorner == [1, 1]
    assert area.DisplayedAreaBottomRightHandCorner == [64, 64]
    assert (state.RescaleSlope, state.RescaleIntercept) == (1, 0)


def test_the_validator_says_nothing(tmp_path, series_of):
    options = ({}, {"slope": 0.5, "intercept": -1024.0}, {"attributes": {"BodyPartExamined": "HEART"}})
    for number, option in enumerate(options):
        series = series_of({"pixel_mm": (3.0, 2.5)} if number else {}, folder=f"ct{number}", **option)
        reading = make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL, reader="Ada")
        (file,) = write_presentation(reading, tmp_path / str(number)).files
        assert dciodvfy(file) == []


def test_images_of_different_rescaling_have_a_presentation_state_each(tmp_path, series_of):
    folder = tmp_path / "ct"
    series_of()
    for file in sorted(folder.iterdir())[6:]:
        image = dcmread(file)
        image.RescaleIntercept = "-1024"
        image.PixelData = (np.frombuffer(image.PixelData, "<i2") + 1024).astype("<i2").tobytes()
        image.save_as(file)
    from SmartScoreLib.series.find import find_series
    from SmartScoreLib.series.load import load_series

    series = load_series(find_series([folder]).candidates[0])
    reading = make_reading(series, scattered_marks(series), DEFAULT_PROTOCOL)
    written = write_presentation(reading, tmp_path / "pr")
    states = [dcmread(file) for file in written.files]
    assert [(one.RescaleIntercept, one.InstanceNumber) for one in states] == [(0, 1), (-1024, 2)]
    assert {one.SeriesInstanceUID for one in states} == {written.series_instance_uid}
    images = [
        {i.ReferencedSOPInstanceUID for i in s.ReferencedSeriesSequence[0].ReferencedImageSequence} for s in states
    ]
    assert [len(one) for one in images] == [6, 6]
    assert not images[0] & images[1]


def test_an_outline_goes_around_pixels_that_touch_at_a_corner_once_and_around_holes():
    corner = outlines(np.array([[0, 0], [1, 1]], np.int32))
    assert [line.tolist() for line in corner] == [
        [[0, 0], [1, 0], [1, 1], [2, 1], [2, 2], [1, 2], [1, 1], [0, 1], [0, 0]]
    ]
    ring = [[row, column] for row in range(3) for column in range(3) if (row, column) != (1, 1)]
    lines = sorted(outlines(np.array(ring, np.int32)), key=len)
    assert sorted(len(line) for line in lines) == [5, 5]
    assert {tuple(map(tuple, sorted(line.tolist()[:-1]))) for line in lines} == {
        ((0, 0), (0, 3), (3, 0), (3, 3)),
        ((1, 1), (1, 2), (2, 1), (2, 2)),
    }


def test_a_line_too_long_for_an_element_is_written_in_parts(tmp_path, reading, monkeypatch):
    monkeypatch.setattr(writing, "_MOST_POINTS", 3)
    (file,) = write_presentation(reading, tmp_path).files
    expected = counted(reading)
    slices = {header.SOPInstanceUID: index for index, header in enumerate(reading.series.datasets)}
    for annotation in dcmread(file).GraphicAnnotationSequence:
        assert all(item.NumberOfGraphicPoints <= 4 for item in annotation.GraphicObjectSequence)
        place = slices[annotation.ReferencedImageSequence[0].ReferencedSOPInstanceUID], annotation.GraphicLayer
        assert np.array_equal(drawn(lines_of(annotation), (64, 64)), expected[place])
    assert dciodvfy(file) == []
