using FluentProfiles.Mirror.Storing.Rows;
using FluentProfiles.Model.Schema;

namespace FluentProfiles.Mirror.Storing.Gaps;

/// <summary>Tells what rows may lack of what this process stores. Thread-safe.</summary>
/// <param name="stored">What it stores.</param>
internal sealed class GapCheck(StoredMembers stored)
{
    private static readonly FieldPath Metadata = ProfileSchema.FieldOf(nameof(UserProfile.Metadata)).Path;

    // Those that any row has, or none, are never missing.
    private static readonly FieldPath[] Listed =
    [
        .. ProfileSchema.Paths.Where(path =>
            !StoredMembers.Needed.Overlaps(path.Last.Mask) && !path.Fields.Any(field => field.Facts!.OnlyByGet)
        ),
    ];

    private readonly RowGaps own = RowGaps.Of(stored);
    private Seen? last;

    /// <param name="gaps">The text of <see cref="Model.MirrorScope.Gaps"/>. Where it is null, rows may lack anything.</param>
    public MissingMembers Of(string? gaps)
    {
        var seen = Volatile.Read(ref last);
        // Each query asks, and the answer changes with a pass at most.
        if (seen is null || seen.Text != gaps)
            Volatile.Write(ref last, seen = new(gaps, Compare(ScopeGaps.Read(gaps).Rows)));
        return seen.Missing;
    }

    private MissingMembers Compare(RowGaps? rows) =>
        new(
            Listed
                .Where(path => own.Have(path) && rows?.Have(path) != true)
                .Aggregate(FieldMask.None, (mask, path) => mask | path.Last.Subtree),
            rows is not null && own.Have(Metadata) ? [.. rows.Keys.Except(own.Keys)] : []
        );

    private sealed record Seen(string? Text, MissingMembers Missing);
}
