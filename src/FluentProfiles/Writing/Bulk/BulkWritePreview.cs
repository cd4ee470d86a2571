using System.Text;

namespace FluentProfiles;

/// <summary>The result of a dry run of a bulk write, which reads as the write would but writes nothing.
/// Immutable.</summary>
public sealed class BulkWritePreview
{
    /// <summary>The plan of the query that finds the profiles.</summary>
    public required QueryPlan Plan { get; init; }

    /// <summary>True when the write requires <see cref="BulkWriteOptions.AllowAll"/>, because its query has no
    /// bound.</summary>
    public bool NeedsAllowAll { get; init; }

    /// <summary>The number of profiles that the query returned.</summary>
    public long Found { get; init; }

    /// <summary>The number of profiles that would be written.</summary>
    public long ToWrite { get; init; }

    /// <summary>The number of profiles that already have the wanted values.</summary>
    public long Unchanged { get; init; }

    /// <summary>The number of profiles for which a setter throws or returns a value that exceeds its limits.</summary>
    public long Failed { get; init; }

    /// <summary>The first 1,000 failures, each with the reason.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; init; } = [];

    /// <summary>The first profiles that would be written, with their values before and after.</summary>
    public IReadOnlyList<ProfilePreview> Sample { get; init; } = [];

    /// <summary>Returns a readable string: the counts, and the sample line by line. It contains values, which are
    /// customer data.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(
            $"found {Found}: {ToWrite} to write, {Unchanged} unchanged, {Failed} failing{(NeedsAllowAll ? "; needs AllowAll" : "")}"
        );
        foreach (var profile in Sample)
            text.AppendLine().Append("  ").Append(profile);
        return text.ToString();
    }
}
