namespace FluentProfiles.Emulator.Controls;

/// <summary>A Cloud Storage bucket, and the project that holds it.</summary>
internal sealed record Bucket(string Name, string ProjectNumber);
