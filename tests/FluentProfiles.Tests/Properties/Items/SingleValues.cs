using CsCheck;
using FluentProfiles.Tests.Properties.Data;

namespace FluentProfiles.Tests.Properties.Items;

/// <summary>Shapes of one value, and of what the planner can't see through.</summary>
internal static class SingleValues
{
    public static readonly Shape[] All =
    [
        ShapeMaker.Transparent(
            p => p.Name,
            atoms =>
            {
                atoms.Add(Values.NamesOrNull, x => p => p == x);
                atoms.Add(Gen.Int[0, 2], x => p => p!.Length > x);
            },
            keys => keys.Key(p => p, ServiceField.Name).Key(p => p!.Length)
        ),
        ShapeMaker.Transparent(
            p => p.CreatedAt,
            atoms => atoms.Add(Values.Bounds, x => p => p < x),
            keys => keys.Key(p => p, ServiceField.CreatedAt, ofDictionary: true).Key(p => p.Hour)
        ),
        ShapeMaker.Transparent(
            p => p.Name!.Length,
            atoms => atoms.Add(Gen.Int[0, 2], x => p => p == x),
            keys => keys.Key(p => p, ofDictionary: true).Key(p => p % 2)
        ),
        ShapeMaker.Opaque(
            p => p.Name ?? "none",
            atoms => atoms.Add(Values.Names, x => p => p == x || p.Length > 2),
            keys => keys.Key(p => p, ofDictionary: true).Key(p => p.Length)
        ),
        ShapeMaker.Opaque(
            p => new IdAndLength(p.Id, p.Name!.Length),
            atoms =>
            {
                atoms.Add(Gen.Int[0, 2], x => p => p.Length >= x);
                atoms.Add(Values.Ids, x => p => p.Id == x);
            },
            keys => keys.Key(p => p.Id, ofDictionary: true).Key(p => p.Length)
        ),
        ShapeMaker.Opaque(
            p => p.Metadata.Count + (p.Programs.Cyber!.Requirements!.HumanReview ? 1 : 0),
            atoms => atoms.Add(Gen.Int[0, 3], x => p => p > x),
            keys => keys.Key(p => p, ofDictionary: true)
        ),
    ];
}
