namespace FluentProfiles;

/// <summary>One result of <c>FullJoinAsync</c>: a row, a profile, or both.</summary>
/// <param name="Kind">Which of the two were found, and whether the key is a duplicate.</param>
/// <param name="Row">The row, or the default value if there is none.</param>
/// <param name="Profile">The profile or its projection, or the default value if there is none.</param>
/// <typeparam name="TRow">The type of the application's rows.</typeparam>
/// <typeparam name="T">The type of the query's items.</typeparam>
public sealed record ProfileMatch<TRow, T>(MatchKind Kind, TRow? Row, T? Profile);
