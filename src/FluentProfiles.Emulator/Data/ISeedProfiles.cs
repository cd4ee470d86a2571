using System.Reflection;

namespace FluentProfiles.Emulator.Data;

/// <summary>The profiles that an emulator starts with, by sequence number: from the oldest, 0, to the newest. What orders
/// and filters need can be had without making a whole profile.</summary>
internal interface ISeedProfiles
{
    int Count { get; }

    UserProfile At(int sequence);

    DateTimeOffset CreatedAt(int sequence);

    /// <summary>The value of a property of a profile.</summary>
    object? ValueOf(PropertyInfo property, int sequence);

    /// <summary>The sequence number of an id, or -1.</summary>
    int Find(string id);
}
