using FluentProfiles.Mirror.Model.References;
using FluentProfiles.Mirror.References.Creating;
using FluentProfiles.Mirror.Storing.Moments;
using FluentProfiles.Mirror.Storing.Rows;

namespace FluentProfiles.Mirror.References;

/// <summary>What the calls for all references share.</summary>
/// <param name="Claims">The claims in the database.</param>
/// <param name="Own">The claims of this object.</param>
/// <param name="Keys">Checks the keys of clients.</param>
/// <param name="Found">Turns what the database has into references.</param>
/// <param name="Look">Reads the newest profiles.</param>
/// <param name="Rules">Checks what is created.</param>
/// <param name="Rows">Reads answers as rows.</param>
/// <param name="Seen">The moment of each reading.</param>
/// <param name="Times">The times of claims.</param>
/// <param name="Clock">The time.</param>
/// <param name="Stopped">Is cancelled when the mirror is disposed.</param>
/// <param name="Closed">Is cancelled when the database must not be used any more.</param>
internal sealed record ReferenceParts(
    ReferenceStore Claims,
    OwnClaims Own,
    ClientKeys Keys,
    FoundReferences Found,
    SharedLook Look,
    ReferenceRules Rules,
    ProfileRowReader Rows,
    SeenMoment Seen,
    ReferenceTimes Times,
    TimeProvider Clock,
    CancellationToken Stopped,
    CancellationToken Closed
);
