using System.Text;

namespace FluentProfiles;

/// <summary>What a bulk write would do, by a dry run that read as the write would and wrote nothing. Immutable.</summary>
public sealed class BulkWritePreview
{
    /// <summary>How the query finds the profiles.</summary>
    public required QueryPlan Plan { get; init; }

    /// <summary>Whether the write is refused without <see cref="BulkWriteOptions.AllowAll"/>, since nothing bounds its
    /// query.</summary>
    public bool NeedsAllowAll { get; init; }

    /// <summary>Profiles that the query gives.</summary>
    public long Found { get; init; }

    /// <summary>Those that would be written.</summary>
    public long ToWrite { get; init; }

    /// <summary>Those that are as wanted already.</summary>
    public long Unchanged { get; init; }

    /// <summary>Those for which a setter throws or gives a value beyond its limits.</summary>
    public long Failed { get; init; }

    /// <summary>The first 1,000 of those that fail, each with the reason.</summary>
    public IReadOnlyList<BulkWriteFailure> Failures { get; init; } = [];

    /// <summary>The first profiles that would be written, before and after.</summary>
    public IReadOnlyList<ProfilePreview> Sample { get; init; } = [];

    /// <summary>For people: the counts, and the sample line by line. It shows values, which are your customers'.</summary>
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
