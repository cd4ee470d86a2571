using System.Security.Cryptography;

namespace FluentProfiles.Mirror.Storing.Feeds;

/// <summary>Tells feeds of changes apart.</summary>
internal static class FeedNumber
{
    /// <summary>A number that no other feed has.</summary>
    public static long New() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
}
