namespace Governance.Api.Hosting;

/// <summary>Files that their owner alone may read, from their first byte on.</summary>
internal static class SecludedFile
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a file, or empties it. Throws <see cref="CannotStartException"/>.</summary>
    /// <param name="anew">Only where there is none.</param>
    public static FileStream Create(FileInfo file, bool anew = false) => Open(file, anew ? FileMode.CreateNew : FileMode.Create);

    /// <summary>Makes a file, or goes on at its end. Throws <see cref="CannotStartException"/>.</summary>
    public static FileStream Append(FileInfo file) => Open(file, FileMode.Append);

    private static FileStream Open(FileInfo file, FileMode mode)
    {
        try
        {
            var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnersAlone;
            var stream = new FileStream(file.FullName, options);
            // The mode is for what is made; what was there may have been open to others.
            if (!OperatingSystem.IsWindows() && file is { Exists: true, UnixFileMode: not OwnersAlone } && IsRegular(file)) File.SetUnixFileMode(stream.SafeFileHandle, OwnersAlone);
            return stream;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(e.Message, e);
        }
    }

    // A device, as /dev/stdout, is the system's.
    private static bool IsRegular(FileInfo file) => !file.Attributes.HasFlag(FileAttributes.Device) && !file.Attributes.HasFlag(FileAttributes.ReparsePoint) && !file.FullName.StartsWith("/dev/", StringComparison.Ordinal);
}
