"""A map of crowds: ovals with names and sizes, and the sizes as a table."""

from aukio.ui import charts

MAP = charts.CrowdMap(
    title="Groups",
    summary="Two groups.",
    crowds=[
        charts.Crowd("Group A", 30, -4.0, 1.0, 3.0, 1.0, 20.0),
        charts.Crowd("Group B", 20, 4.0, -1.0, 2.0, 1.5),
    ],
)


def test_each_crowd_is_an_oval_with_its_name_and_size():
    drawn = charts.draw(MAP)

    assert drawn.count("<ellipse") == 4  # area and outline
    assert "Group A" in drawn
    assert "<circle" not in drawn


def test_the_numbers_are_in_a_table():
    drawn = charts.draw(MAP)

    assert "<table" in drawn
    assert drawn.count(">30<") == 2


def test_a_crowd_at_the_edge_stays_inside_the_drawing():
    far = charts.CrowdMap(title="x", summary="y", crowds=[charts.Crowd("A", 5, 100, 0, 0, 0)])

    assert 'cx="3' in charts.draw(far)


def test_no_crowds_draw_only_the_axes():
    assert "<ellipse" not in charts.draw(charts.CrowdMap(title="x", summary="y"))
