using FluentProfiles.Analyzers;

namespace FluentProfiles.CodeFixes;

/// <summary>FP0106, FP0107, FP0109: takes code from an older shape of profiles to the current one, or to the next, and
/// renames the fields that moved.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class MigrationFixer()
    : TextFixer(
        [Descriptors.SupersededBeta.Id, Descriptors.FieldNotServed.Id, Descriptors.OutdatedField.Id],
        "Use the current shape of profiles",
        "Use the next shape of profiles"
    )
{
    private protected override IEnumerable<TextChange> ChangesFor(FixTarget target)
    {
        var betas = target.Diagnostics.Where(diagnostic => diagnostic.Id == Descriptors.SupersededBeta.Id).ToList();
        var fields = target.Diagnostics.Where(diagnostic => diagnostic.Id != Descriptors.SupersededBeta.Id);
        var renames = fields.SelectMany(field => RenameOf(target, field));
        return renames.Concat(
            target.Way == 0 ? ToCurrent(target, betas) : betas.SelectMany(beta => ToNext(target, beta))
        );
    }

    private static IEnumerable<TextChange> RenameOf(FixTarget target, Diagnostic field) =>
        target.Way == 0 && ValueOf(field, FixKeys.Text) is { } path
            ? FieldRename.At(target, field.Location.SourceSpan, path)
            : [];

    private static IEnumerable<TextChange> ToCurrent(FixTarget target, List<Diagnostic> betas)
    {
        var ready = betas.FindAll(beta =>
            ValueOf(beta, FixKeys.Paths) is not null && BetaRemoval.CanRemove(target, beta.Location.SourceSpan)
        );
        return BetaRemoval
            .At(target, ready.Select(beta => beta.Location.SourceSpan))
            .Concat(ready.SelectMany(beta => Renames(target, beta, FixKeys.Paths)));
    }

    private static IEnumerable<TextChange> ToNext(FixTarget target, Diagnostic beta) =>
        ValueOf(beta, FixKeys.NextText) is { } next && ValueOf(beta, FixKeys.NextPaths) is not null
            ? Renames(target, beta, FixKeys.NextPaths).Append(new(beta.Location.SourceSpan, next))
            : [];

    private static IEnumerable<TextChange> Renames(FixTarget target, Diagnostic beta, string key)
    {
        var paths = ValueOf(beta, key)!.Split(';');
        return beta
            .AdditionalLocations.Zip(paths, (place, path) => (place.SourceSpan, path))
            .Where(rename => rename.path.Length > 0)
            .SelectMany(rename => FieldRename.At(target, rename.SourceSpan, rename.path));
    }

    private static string? ValueOf(Diagnostic diagnostic, string key) =>
        diagnostic.Properties.TryGetValue(key, out var value) ? value : null;
}
