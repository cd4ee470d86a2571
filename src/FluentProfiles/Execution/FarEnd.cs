namespace FluentProfiles.Execution;

/// <summary>What a walk from both ends has done: where the far side goes on, and how far each side has come.</summary>
/// <param name="Cursor">The far side's cursor; null for its first page.</param>
/// <param name="NearEdge">How far the near side has come.</param>
/// <param name="FarEdge">How far the far side has come.</param>
internal sealed record FarEnd(string? Cursor, ScanEdge NearEdge, ScanEdge FarEdge);
