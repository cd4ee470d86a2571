using System.Globalization;

namespace FluentProfiles;

/// <summary>The exception that is thrown when the database fails while several profiles are erased. Profiles that are erased stay so.
/// Call <see cref="ProfileMirror.ForgetAsync(IEnumerable{string}, CancellationToken)"/> again with all ids. The failure is the
/// <see cref="Exception.InnerException"/>.</summary>
public sealed class MirrorErasureException : MirrorException
{
    internal MirrorErasureException(IReadOnlyList<string> erased, int all, MirrorDatabaseException cause)
        : base(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{erased.Count} of {all} profiles are erased from the tables, see Erased. Call the method again with all ids. {cause.Message}"
            ),
            cause
        ) => Erased = erased;

    /// <summary>The ids of the profiles that are erased from the tables, in the order of the call. In a SQLite file, bytes of them may
    /// stay until the method has returned.</summary>
    public IReadOnlyList<string> Erased { get; }
}
