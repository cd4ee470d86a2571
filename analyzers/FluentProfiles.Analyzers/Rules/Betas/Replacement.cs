using System.Collections.Immutable;
using FluentProfiles.Analyzers.Reading;
using FluentProfiles.Analyzers.Symbols;

namespace FluentProfiles.Analyzers;

/// <summary>What to read in place of a field.</summary>
internal static class Replacement
{
    /// <summary>The path to write in place of a field's name, where that gives the same type and the revision serves
    /// it; else null.</summary>
    public static string? For(FieldRead read, int revision, LibraryContext library)
    {
        if (read.Facts.ReplacedBy is not { } path || library.Fields.Along(library.UserProfile, path) is not { } fields)
            return null;
        var last = fields[fields.Count - 1].Property;
        return
            fields.All(field => field.IsServedBy(revision))
            && SymbolEqualityComparer.IncludeNullability.Equals(last.Type, read.Facts.Property.Type)
            ? path
            : null;
    }

    /// <summary>The advice for a message.</summary>
    public static string AdviceFor(FieldRead read, int revision, LibraryContext library) =>
        read.Facts.ReplacedBy is { } path
        && library.Fields.Along(library.UserProfile, path)?.All(field => field.IsServedBy(revision)) == true
            ? $"read {path} instead"
        : read.Facts.Since > revision ? "remove the beta, or choose a newer one"
        : "choose a beta that serves it";

    public static ImmutableDictionary<string, string?>? FixFor(FieldRead read, int revision, LibraryContext library) =>
        For(read, revision, library) is { } path ? FixKeys.Of(FixKeys.Text, path) : null;
}
