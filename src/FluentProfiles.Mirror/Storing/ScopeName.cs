using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FluentProfiles.Mirror.Storing;

/// <summary>What tells the profiles of one account from those of another.</summary>
/// <param name="Address">The base address of the service.</param>
/// <param name="Workspace">The workspace; empty for none.</param>
internal sealed record ScopeName(string Address, string Workspace)
{
    /// <summary>A number that is the same in every process and another one for another scope.</summary>
    public ulong Spread =>
        BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{Address} {Workspace}")));
}
